import { OVERSEAS_STEP } from '../overseas-step.ts'
import { STEP_1 } from './step-1.ts'

/** The schema's history. Append only: a released step is never edited. */
export const POSTGRES_STEPS: readonly string[] = [STEP_1, OVERSEAS_STEP]
