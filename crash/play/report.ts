import type { CheckoutOutcome } from '@payple-kit/core'

import type { Report, Tampering } from '../plan/story.ts'
import { SHOP } from '../processes/shop.ts'
import { ask, pause } from './ask.ts'
import { wordOf } from './diary.ts'
import type { Stage } from './stage.ts'

/** A result on its way to the companion. */
export interface Sent {
  readonly orderId: string
  readonly checkoutId: string
  readonly mount: string
  readonly result: Readonly<Record<string, string>>
  readonly product: 'domestic' | 'overseas'
  /** `false`: a page that cheats reports it. */
  readonly honest: boolean
}

type Disguises = Readonly<Record<Tampering, Readonly<Record<string, string>>>>

const DOMESTIC: Disguises = {
  total: { PCD_PAY_TOTAL: '1' },
  oid: { PCD_PAY_OID: 'somebody-elses' },
  work: { PCD_PAY_WORK: 'PAY' },
  closed: { PCD_PAY_RST: 'close' },
  error: { PCD_PAY_RST: 'error', PCD_PAY_CODE: 'CPCA0010' },
}

const OVERSEAS: Disguises = {
  total: { totalAmount: '0.01' },
  oid: { service_oid: 'somebody-elses' },
  work: { type: 'CANCEL' },
  closed: { result: 'C0998', message: 'closed' },
  error: { result: 'E9999', message: 'refused' },
}
const DISGUISES = { domestic: DOMESTIC, overseas: OVERSEAS } as const

/** Reports a result by callback, or as the gateway's own form does. One that breaks is not repeated: others must do. */
export async function sendReport({ fleet, diary }: Stage, report: Report, sent: Sent): Promise<void> {
  const { orderId, checkoutId, mount, product, honest } = sent
  const { tampering, way } = report
  await pause(report.afterMs)
  const result = { ...sent.result, ...(tampering === undefined ? {} : DISGUISES[product][tampering]) }
  const base = `${fleet.at(report.companion)}${mount}`
  const heard =
    way === 'callback'
      ? await callback(`${base}/checkouts/${checkoutId}/result`, result)
      : await returnPost(`${base}/return/${checkoutId}`, result)
  const who = honest && tampering === undefined ? 'buyer' : 'forger'
  diary.write({ orderId, checkoutId, who, what: `${way} ${tampering ?? ''}`.trim(), heard })
}

async function callback(url: string, result: object): Promise<string> {
  const answer = await ask<CheckoutOutcome>(url, { result })
  return answer.ok ? wordOf(answer.body) : answer.why
}

/** Tells nothing: the page it leads to asks. */
async function returnPost(url: string, result: Readonly<Record<string, string>>): Promise<string> {
  try {
    const body = new URLSearchParams(result)
    const answer = await fetch(url, { method: 'POST', redirect: 'manual', headers: { origin: SHOP }, body })
    return String(answer.status)
  } catch {
    return 'connection broke'
  }
}
