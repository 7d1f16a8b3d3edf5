import { createServer } from 'node:http'
import { createPayple } from '@payple-kit/server'
import { toNodeHandler } from '@payple-kit/server/node'
import { sqliteLedger } from '@payple-kit/server/sqlite'

const secret = process.env['PAYPLE_SEALING_KEY'] // 32 random bytes: openssl rand -base64 32

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
  // Saved cards are sealed with it at rest. Without it nothing can be registered.
  billingKeys: secret === undefined ? undefined : { keys: [{ id: '2026', secret }] },
  // Goods and amount come from your own data, never from the browser. Return null for an order this visitor may not pay.
  loadOrder: async (orderId) => {
    if (orderId.startsWith('card-of-')) return { goods: '카드 등록', total: 0, currency: 'KRW' } // registers, charges nothing
    return /^A-\d+$/.test(orderId) ? { goods: '휴대폰', total: 1000, currency: 'KRW' } : null
  },
  // At least once per event, also after a crash: mark the order paid, keep the card's reference, idempotently.
  onSettled: async (settled) => {
    if (settled.type === 'paid') console.log(`${settled.orderId} is paid: ${settled.payment.amount} won`)
    if (settled.type === 'registered') console.log(`${settled.orderId} is ${settled.billingKey.id}`)
  },
  // Warnings and errors go to the console until you give a `log`; on live there is none by itself.
})

// Looks up what is in doubt and repeats what `onSettled` did not take; in any number of processes.
void payple.work({ signal: new AbortController().signal })
createServer(toNodeHandler(payple)).listen(3000, () => console.log('companion on http://localhost:3000/payple'))
