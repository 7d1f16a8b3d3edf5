/** What the window refuses before it shows a form (docs/protocol/domestic.md sections 3.8 and 11.1). */
import { INSTITUTION_CODES } from '../scenarios/institution-codes.ts'
import { codeText, type PaypleCode } from '../wire/codes.ts'
import { type Fields, text } from '../wire/fields.ts'
import { isTooLong, MINIMUM, MONTH, TRANSFER_MAXIMUM, YEAR } from './limits.ts'
import { asMethod, isDirect, PAY_METHODS } from './request.ts'
import type { Text } from './language.ts'

/** Why a request was refused. `code` is absent where no source names one; the text is then the sandbox's own. */
export interface RequestProblem {
  code?: string
  message: Text
}

/** Lengths that one shop found enforced (section 3.8, "2026 cap"). The sandbox only warns. */
const OBSERVED_LIMITS: Readonly<Record<string, number>> = {
  PCD_PAY_OID: 30,
  PCD_PAYER_NAME: 20,
  PCD_PAYER_HP: 20,
  PCD_PAYER_EMAIL: 50,
  PCD_PAY_GOODS: 50,
}

/** The first problem of a request, or `undefined`. */
export function problemIn(fields: Fields): RequestProblem | undefined {
  const type = text(fields, 'PCD_PAY_TYPE')
  if (type !== 'card' && type !== 'transfer') return coded('CPCA9997')
  return (
    workProblem(fields) ?? lengthProblem(fields) ?? amountProblem(fields) ?? guardProblem(fields) ?? urlProblem(fields)
  )
}

/** Things that work here and may not work at Payple, in English, for the event log. */
export function warningsFor(fields: Fields): string[] {
  const long = Object.entries(OBSERVED_LIMITS)
    .filter(([name, limit]) => text(fields, name).length > limit)
    .map(([name, limit]) => `${name} is longer than ${limit}, which Payple has been seen to refuse.`)
  const emoji = /\p{Extended_Pictographic}/u.test(text(fields, 'PCD_PAY_GOODS'))
  return emoji ? [...long, 'PCD_PAY_GOODS has an emoji; some issuers decline that.'] : long
}

function workProblem(fields: Fields): RequestProblem | undefined {
  const work = text(fields, 'PCD_PAY_WORK')
  if (!['AUTH', 'CERT', 'PAY'].includes(work)) return wrongValue('PCD_PAY_WORK', work, 'AUTH, CERT, PAY')
  // The rest is about cards; some shops send it with a transfer too, where it means nothing (section 3.8).
  if (text(fields, 'PCD_PAY_TYPE') !== 'card') return undefined
  const version = text(fields, 'PCD_CARD_VER')
  if (!['', '01', '02'].includes(version)) return wrongValue('PCD_CARD_VER', version, '01, 02')
  const method = text(fields, 'PCD_PAY_METHOD')
  if (method !== '' && asMethod(method) === undefined) {
    return wrongValue('PCD_PAY_METHOD', method, PAY_METHODS.join(', '))
  }
  if (work === 'AUTH' && version === '02') {
    return ours(
      '앱카드(PCD_CARD_VER 02)는 AUTH로 등록할 수 없습니다.',
      'An app card (PCD_CARD_VER 02) cannot be registered with AUTH.',
    )
  }
  return undefined
}

function lengthProblem(fields: Fields): RequestProblem | undefined {
  if (!/^\d{0,18}$/.test(text(fields, 'PCD_PAYER_NO'))) return coded('cpc0034')
  return isTooLong(fields) ? coded('INSERT ERROR') : undefined
}

function amountProblem(fields: Fields): RequestProblem | undefined {
  if (text(fields, 'PCD_PAY_WORK') === 'AUTH') return undefined
  const card = text(fields, 'PCD_PAY_TYPE') === 'card'
  if (text(fields, 'PCD_PAY_GOODS') === '') return coded(card ? 'RPCD0003' : 'SPAY0024')
  const total = text(fields, 'PCD_PAY_TOTAL')
  const won = /^\d{1,15}$/.test(total) ? Number(total) : Number.NaN
  if (card) {
    if (Number.isNaN(won)) return institution('3109')
    return won < MINIMUM.card ? institution('1110') : undefined
  }
  if (Number.isNaN(won)) return wrongValue('PCD_PAY_TOTAL', total, '1000 – 2000000')
  if (won < MINIMUM.transfer) return coded('SPAY0023')
  return won > TRANSFER_MAXIMUM ? coded('CPAY0005') : undefined
}

function guardProblem(fields: Fields): RequestProblem | undefined {
  if (text(fields, 'PCD_REGULER_FLAG') !== 'Y') return undefined
  const card = text(fields, 'PCD_PAY_TYPE') === 'card'
  if (card && text(fields, 'PCD_CARD_VER') === '02') {
    return ours(
      'PCD_REGULER_FLAG는 빌링키가 필요하지만 앱카드에는 없습니다.',
      'PCD_REGULER_FLAG needs a billing key; an app card has none.',
    )
  }
  if (!YEAR.test(text(fields, 'PCD_PAY_YEAR'))) return coded(card ? 'RPCD0004' : 'RPAY0025')
  return MONTH.test(text(fields, 'PCD_PAY_MONTH')) ? undefined : coded(card ? 'RPCD0005' : 'RPAY0026')
}

function urlProblem(fields: Fields): RequestProblem | undefined {
  const url = text(fields, 'PCD_RST_URL')
  if (!isDirect(url) || /^https?:\/\/[^/]/.test(url)) return undefined
  return ours(
    'PCD_RST_URL에 http:// 또는 https://가 있으면 절대주소여야 합니다.',
    'PCD_RST_URL contains http:// or https://, so it must be an absolute address.',
  )
}

function coded(code: PaypleCode): RequestProblem {
  return { code, message: codeText(code) }
}

function institution(code: '3109' | '1110'): RequestProblem {
  const [ko, en] = INSTITUTION_CODES[code] ?? [code, code]
  return { code, message: { ko, en } }
}

function wrongValue(name: string, value: string, allowed: string): RequestProblem {
  return ours(
    `${name} 값이 "${value}"입니다. 사용할 수 있는 값: ${allowed}.`,
    `${name} is "${value}". Allowed: ${allowed}.`,
  )
}

function ours(ko: string, en: string): RequestProblem {
  return { message: { ko: `[sandbox] ${ko}`, en: `[sandbox] ${en}` } }
}
