import { OVERSEAS_STEP } from '../overseas-step.ts'
import { STEP_1 } from './step-1.ts'
import { STEP_2 } from './step-2.ts'

/** The schema's history. Append only: a released step is never edited. Each step is one transaction. */
export const SQLITE_STEPS: readonly string[] = [STEP_1, STEP_2, OVERSEAS_STEP]
