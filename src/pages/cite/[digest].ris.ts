import { giveCitations } from './_digest-file.ts';

export { getStaticPaths } from './_digest-file.ts';

export const GET = giveCitations('ris');
