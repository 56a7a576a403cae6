export { CorrectionError, planCorrection, type CorrectionPlan } from './correction.ts';
export type { CorrectionRequest } from '../archive/plan-correction.ts';
export { planIngest, type IngestPlan } from './ingest.ts';
export { withFormerLineEnds } from '../archive/line-ends.ts';
export { registerBreaches } from '../archive/register-breaches.ts';
export { parseRegister as readRegister } from '../archive/register.ts';
export { haveCommonLine, leftOut, missingFrom } from '../archive/repair/left-out.ts';
export { isMerged } from '../archive/repair/merged-files.ts';
export { firstWhole, planRepair, wholeBeforeCut, type RepairPlan } from './repair.ts';
