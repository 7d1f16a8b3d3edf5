import type { Words } from '../ko.ts'

/** Cash receipts are a Korean thing: transfers count for tax only with one. */
export const cashReceipt: Words['cashReceipt'] = {
  title: 'Cash receipt',
  use: 'What it is for',
  uses: { personal: 'Income deduction', company: 'Business expense' },
  number: { personal: 'Mobile number', company: 'Business number' },
  hint: { personal: 'For your year-end tax settlement.', company: 'As proof of an expense.' },
  wrong: {
    personal: 'Check the number. Example: 010-1234-5678',
    company: 'Check the 10 digits. Example: 123-45-67890',
  },
  ask: 'Get the receipt',
  asking: 'Asking for it',
  issued: 'It was issued. Number',
  unknown: 'We did not hear whether it was issued. Please press again in a moment: it is issued once.',
}
