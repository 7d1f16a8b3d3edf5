/** The sandbox in a process of its own: it outlives every companion, as Payple would. */
import { SANDBOX_MERCHANT } from '@payple-kit/sandbox'
import { startSandbox } from '@payple-kit/sandbox/node'

import { listening } from './listening.ts'
import { OVERSEAS } from './shop.ts'

const { WEBHOOK_URL = '' } = process.env
const overseasUrl = `${WEBHOOK_URL}overseas`
const { url } = await startSandbox({
  port: 0,
  merchants: [{ ...SANDBOX_MERCHANT, webhookUrl: WEBHOOK_URL }],
  overseas: { accounts: [{ ...OVERSEAS, webhookUrl: overseasUrl, cancelWebhookUrl: overseasUrl }] },
  // A companion is down for about a second; Payple's own waits would outlast the run.
  webhooks: { retryDelaysMs: [200, 500, 1_000, 2_000, 4_000], timeoutMs: 3_000 },
})
listening(Number(new URL(url).port))
