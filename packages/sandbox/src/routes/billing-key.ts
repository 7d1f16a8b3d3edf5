/**
 * `POST /php/cPayUser/api/cPayUserAct.php`: looks a billing key up or deletes it, as `ACT_` says
 * (docs/protocol/domestic.md sections 6.3 and 6.4).
 */
import type { FaultOperation } from '../scenarios/faults.ts'
import { cardCode, maskCardInGroups } from '../scenarios/cards.ts'
import type { Means } from '../state/records.ts'
import { bankFields } from '../wire/result-fields.ts'
import { findBillingKey, forgetBillingKey } from '../state/billing-keys.ts'
import type { BillingKeyRecord, Purpose } from '../state/records.ts'
import { type Answer, jsonAnswer, refusal, scriptedRefusal } from '../wire/answers.ts'
import { type Fields, parseJson, readBody, text } from '../wire/fields.ts'
import { record, type World } from '../world.ts'
import { spendAuthKey } from './credentials.ts'
import { underFault } from './under-fault.ts'

interface Act {
  operation: FaultOperation
  purpose: Purpose
  /** Event of a success. */
  event: string
  answer: (world: World, key: BillingKeyRecord, fields: Fields) => Answer
}

const LOOKUP: Act = {
  operation: 'billing-key-lookup',
  purpose: 'key-info',
  event: 'billing-key.found',
  answer: (_world, key) => found(key),
}
const DELETION: Act = {
  operation: 'billing-key-delete',
  purpose: 'key-delete',
  event: 'billing-key.deleted',
  answer(world, key, fields) {
    forgetBillingKey(world, key)
    return deleted(key, fields)
  },
}

/** Answers both calls. Any other `ACT_` is a wrong access. */
export async function answerBillingKey(world: World, request: Request): Promise<Response> {
  const fields = parseJson(await readBody(request)) ?? new Map<string, string>()
  const act = actOf(request)
  const respond = () => {
    const answer = act === undefined ? refusal(undefined, 'PUSER0001') : answerAct(world, act, fields)
    const type = act !== undefined && answer['PCD_PAY_RST'] === 'success' ? act.event : 'billing-key.refused'
    record(world, type, { request, fields, answer })
    return jsonAnswer(answer)
  }
  if (act === undefined) return respond()
  return underFault(world, { operation: act.operation, request, refuse: scriptedRefusal }, respond)
}

function actOf(request: Request): Act | undefined {
  const name = new URL(request.url).searchParams.get('ACT_')
  if (name === 'PUSERINFO') return LOOKUP
  return name === 'PUSERDEL' ? DELETION : undefined
}

function answerAct(world: World, act: Act, fields: Fields): Answer {
  const check = spendAuthKey(world, fields, act.purpose)
  if (!check.ok) return refusal(check.merchant, check.problem === 'expired' ? 'PUSER0002' : 'PUSER0001')
  const { merchant } = check.session
  const key = findBillingKey(world, merchant, text(fields, 'PCD_PAYER_ID'))
  return key === undefined ? refusal(merchant, 'PUSER0003') : act.answer(world, key, fields)
}

function found(key: BillingKeyRecord): Answer {
  return {
    PCD_PAY_RST: 'success',
    PCD_PAY_CODE: '0000',
    PCD_PAY_MSG: '회원조회 성공',
    PCD_PAY_TYPE: key.means.type,
    PCD_PAY_WORK: 'PUSERINFO',
    PCD_PAY_BANKACCTYPE: key.means.corporate ? '법인' : '개인',
    PCD_PAYER_ID: key.payerId,
    PCD_PAYER_NAME: key.payerName,
    PCD_PAYER_HP: maskPhone(key.payerHp),
    ...describedMeans(key.means),
    ...(key.means.type === 'card' ? { PCD_PAY_ISTAX: key.taxed ? 'Y' : 'N' } : {}),
  }
}

function describedMeans(means: Means): Answer {
  if (means.type === 'transfer') return bankFields(means)
  return {
    PCD_PAY_CARD: cardCode(means),
    PCD_PAY_CARDNAME: means.name,
    PCD_PAY_CARDNUM: maskCardInGroups(means.number),
  }
}

function deleted(key: BillingKeyRecord, fields: Fields): Answer {
  return {
    PCD_PAY_RST: 'success',
    PCD_PAY_CODE: 'PUSER0000',
    PCD_PAY_MSG: key.means.type === 'card' ? '카드해지완료' : '계좌해지완료',
    PCD_PAY_TYPE: key.means.type,
    PCD_PAY_WORK: 'PUSERDEL',
    PCD_PAYER_ID: key.payerId,
    PCD_PAYER_NO: text(fields, 'PCD_PAYER_NO') || key.payerNo,
  }
}

/** `010-****-5678`. A number of another shape is hidden altogether. */
function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '')
  if (digits === '') return ''
  const [, area, line] = /^(02|\d{3})\d{3,4}(\d{4})$/.exec(digits) ?? []
  return area === undefined ? '****' : `${area}-****-${line}`
}
