import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Loaded before a command, and itself JavaScript: so even the first file of the command is kept without its
// types. Threads and processes go by the environment.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, '..', '.cache', 'compiled');
enableCompileCache(process.env['NODE_COMPILE_CACHE']);
