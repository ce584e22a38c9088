import type { Events } from '../market/events.ts'
import { japan } from './story.ts'

const resumes = japan(17)

/** What Binance published, and when: nothing before 09:36. */
export const sysEvents: Events = {
  maintenance: [{ from: japan(9, 36), until: resumes }],
  halts: [],
  transfers: [{ asset: null, from: japan(9, 36), until: resumes }],
  statements: [
    {
      at: japan(9, 36),
      code: '3f2a9c1e7d5b4086a1c3e5f7092b4d61',
      kind: 'news',
      title: 'Binance Temporary Maintenance: Trading, Withdrawals and Account Functions Suspended',
      body: 'We are performing emergency maintenance. Trading, withdrawals and other account functions are suspended.',
    },
    {
      at: japan(11, 22),
      code: '4a7d0e2f8c6b4197b2d4f6080a3c5e72',
      kind: 'news',
      title: 'Binance Has Deleted All API Keys',
      body: 'All existing API keys have been removed as a precaution. Users will be able to recreate their API keys.',
    },
    {
      at: japan(12, 13),
      code: '5b8e1f309d7c42a8c3e507191b4d6f83',
      kind: 'news',
      title: 'Binance API Keys Can Be Created Again',
      body: 'Creation of API keys is enabled again. Restrict keys to IP addresses where possible.',
    },
    {
      at: resumes,
      code: '6c9f20410e8d43b9d4f61820c5e70894',
      kind: 'news',
      title: 'Binance Resumes Trading; Irregular Trades Rolled Back',
      body: 'Trading has resumed. Irregular SYS trades have been rolled back.',
    },
  ],
}
