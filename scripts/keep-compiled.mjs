import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Loaded before a command, and itself JavaScript: so even the first file of the command is kept without its types.
enableCompileCache(join(import.meta.dirname, '..', '.cache', 'compiled'));
