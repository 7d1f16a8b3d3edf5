/** Payple's public test account (docs/protocol/domestic.md 1.3), and the shop that all servers of the bench play. */
export const MERCHANT = {
  cstId: 'test',
  custKey: 'abcd1234567890',
  refundKey: 'a41ce010ede9fcbfb3be86b24858806596a9db68b79d138b147c3e563e1829a0',
  clientKey: 'test_DF55F29DA654A8CBC0F0A9DD4B556486',
}

export const SHOP = 'https://shop.example'
