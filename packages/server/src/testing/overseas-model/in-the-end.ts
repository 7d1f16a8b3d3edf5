import { isPaid } from '../../ledger/transitions.ts'
import { insist } from '../model/insist.ts'
import { flush } from './buyer.ts'
import type { Run } from './run.ts'
import { ORDERS } from './steps.ts'

/** What holds once everything is calm: the books agree, except for what a person was asked about. */
export async function expectInTheEnd(run: Run): Promise<void> {
  const { shop, byHand } = run
  shop.sandbox.control.clearFaults()
  for (let round = 0; round < 24; round++) {
    await flush(run, false)
    shop.world.advance(700_000)
    for (const companion of run.companions) await companion.reconcile()
  }
  const asked = new Set((await shop.payple.attention.list({ limit: 200 })).map(({ subject }) => subject))
  for (const orderId of ORDERS) {
    const rows = await shop.ledger.attempts('sandbox', orderId)
    let kept = 0
    for (const row of rows) {
      const charges = shop.sandbox.control.overseasPayments().filter(({ oid }) => oid === row.oid)
      const left = charges.reduce((sum, { amount, cancelled }) => sum + amount - cancelled, 0)
      const told = asked.has(row.id) || charges.some(({ apiId }) => asked.has(apiId))
      const own = charges.find(({ apiId }) => apiId === row.tradeNumber)
      const story = (await shop.ledger.events(row.id)).map(({ name }) => name).join(' ')
      const name = `${orderId} ${row.state} ${row.amount}-${row.refundedTotal} | gateway left ${left} of ${charges.length} | ${story}`
      const refunds = await shop.ledger.refunds(row.id)
      const open = refunds.filter(({ state }) => state === 'pending' || state === 'unknown')
      for (const refund of open) insist(asked.has(refund.id), `nobody was asked about a refund: ${name}`)
      insist(row.state !== 'approving', name)
      if (row.state === 'unknown') insist(asked.has(row.id), `nobody was asked: ${name}`)
      else if (!isPaid(row)) insist(left === 0 || told, `charged and not paid: ${name}`)
      else if (open.length === 0 && !byHand.has(row.oid)) {
        insist(own?.amount === row.amount, `paid with another charge: ${name}`)
        const ownLeft = (own?.amount ?? 0) - (own?.cancelled ?? 0)
        insist(row.amount - row.refundedTotal === ownLeft, `the books differ: ${name}`)
        insist(left === ownLeft || told, `charged twice under one number: ${name}`)
      }
      if (row.state !== 'unknown' && !told) kept += left > 0 ? 1 : 0
    }
    insist(kept <= 1, `charged twice: ${orderId}`)
  }
}
