import type { PaypleOptions } from '@payple-kit/server'

/** Beside `domestic`, in the options of `createPayple`. Payple's public test account. */
export const overseas = {
  serviceId: 'demo',
  serviceKey: 'abcd1234567890',
} satisfies PaypleOptions['overseas']

/** Dollars are a text with cents, won a whole number. `saveCard` keeps a billing key of what is paid; ask the buyer first. */
export const loadOrder: PaypleOptions['loadOrder'] = (orderId) =>
  orderId.startsWith('US-')
    ? { goods: 'Celadon teacup', total: '19.90', currency: 'USD', payer: { email: 'jane@example.com' }, saveCard: true }
    : null
