/** Every text of the dashboard, in both languages. */
import { ENGLISH_NAMES } from '../scenarios/institution-names.ts'
import type { Language } from '../window/language.ts'
import { DASHBOARD_EN } from './texts/en.ts'
import { DASHBOARD_KO } from './texts/ko.ts'
import type { DashboardTexts } from './texts/shape.ts'

/** The texts of a page. */
export function dashboardTexts(language: Language): DashboardTexts {
  return language === 'ko' ? { ...DASHBOARD_KO, names: {} } : { ...DASHBOARD_EN, names: ENGLISH_NAMES }
}
