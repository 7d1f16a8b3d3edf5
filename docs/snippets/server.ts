import { createServer } from 'node:http'
import { createPayple } from '@payple-kit/server'
import { toNodeHandler } from '@payple-kit/server/node'
import { sqliteLedger } from '@payple-kit/server/sqlite'

const payple = createPayple({
  environment: { sandbox: 'http://127.0.0.1:4100' }, // later 'test', then 'live'
  origin: 'http://localhost:5173', // where the shop's pages are (Vite's port here); sent to Payple as Referer
  domestic: {
    cstId: 'test', // Payple's public test account
    custKey: 'abcd1234567890',
    clientKey: 'test_DF55F29DA654A8CBC0F0A9DD4B556486',
    refundKey: 'a41ce010ede9fcbfb3be86b24858806596a9db68b79d138b147c3e563e1829a0',
  },
  ledger: sqliteLedger('./payple.db'),
  // Goods and amount come from your own data, never from the browser. Return null for an order this visitor may not pay.
  loadOrder: async (orderId) => (orderId === 'A-1001' ? { goods: '휴대폰', total: 1000, currency: 'KRW' } : null),
  // At least once per payment, also after a crash: mark the order paid, idempotently.
  onSettled: async (settled) => {
    if (settled.type === 'paid') console.log(`${settled.orderId} is paid: ${settled.payment.amount} won`)
  },
  // What went wrong and where. No key, token or personal data is in an entry.
  log: (entry) => entry.level !== 'info' && console.error(entry),
})

// Looks up what is in doubt and repeats what `onSettled` did not take; in any number of processes.
void payple.work({ signal: new AbortController().signal })
createServer(toNodeHandler(payple)).listen(3000)
