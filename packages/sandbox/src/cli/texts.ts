/** What `payple-sandbox` prints. */
import { isLoopback } from '../node.ts'
import { OVERSEAS_TEST_ACCOUNT } from '../overseas/options.ts'
import { TEST_ACCOUNTS } from '../scenarios/accounts.ts'
import { TEST_CARDS } from '../scenarios/cards.ts'
import { SCENARIOS } from '../scenarios/catalogue.ts'
import { SANDBOX_MERCHANT, TEST_MERCHANT, type Merchant } from '../settings.ts'

/** Everything one needs to take a payment. */
export function greeting(url: string, host: string): string {
  const cards = TEST_CARDS.map(({ number, label }) => `  ${number.replace(/(\d{4})(?=\d)/g, '$1 ')}  ${label.en}`)
  const accounts = TEST_ACCOUNTS.map(({ bank, number, label }) => `  ${bank} ${number}  ${label.en}`)
  const warning = isLoopback(host) ? '' : `\n! ${host} is reachable from other machines. The sandbox has no login.\n`
  return `Payple sandbox (not Payple) on ${url}
${warning}
Script           ${url}/js/v1/payment.js
Overseas script  ${url}/common/js/gpay-1.0.1.js
Dashboard        ${url}/_/

Test account, the public one of Payple's documents
${keysOf(TEST_MERCHANT)}

A second account, which may refund in parts
${keysOf(SANDBOX_MERCHANT)}

Overseas test account, the public one too
  service_id  ${OVERSEAS_TEST_ACCOUNT.serviceId}
  service_key ${OVERSEAS_TEST_ACCOUNT.serviceKey}

Test cards, any future expiry
${cards.join('\n')}

Test accounts, bank and number
${accounts.join('\n')}

Bad days on purpose: --scenarios lists them, the dashboard switches them.
Ctrl-C stops it.
`
}

/** The catalogue as a table. */
export function scenarioList(): string {
  const rows = Object.entries(SCENARIOS).map(([id, { title }]) => `  ${id.padEnd(22)}${title.en}`)
  return `Scenarios, for --scenario ID[,orders=PREFIX][,times=N][,chance=P]\n\n${rows.join('\n')}\n`
}

function keysOf({ cstId, custKey, clientKey, refundKey }: Merchant): string {
  return `  cst_id      ${cstId}
  custKey     ${custKey}
  clientKey   ${clientKey}
  refund key  ${refundKey}`
}
