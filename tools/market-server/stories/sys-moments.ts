import type { Moment } from '../scenario.ts'
import { japan } from './story.ts'

/** What to look at in the SYS incident. */
export const sysMoments: readonly Moment[] = [
  {
    at: japan(3, 50),
    look: 'An ordinary night: no card on the page, and the popup says what it measures',
    step: { at: japan(4, 2), caption: 'An ordinary night' },
  },
  {
    at: japan(4, 3),
    look: 'SYS begins to climb on many times its turnover: watch the chart and the toolbar',
    step: { at: japan(5, 9), caption: 'SYS climbs on many times its turnover' },
  },
  { at: japan(5, 10), look: 'Forty other coins are sold at market: the card on the page names the pattern' },
  {
    at: japan(5, 40, 12),
    look: '1 SYS changes hands at 96 BTC: press "More" on the card for the evidence',
    step: { at: japan(5, 40, 50), caption: '1 SYS has changed hands at 96 BTC' },
  },
  { at: japan(5, 41), look: 'BTC and the majors fall: open the popup, the market has a line of its own' },
  {
    at: japan(6, 30),
    look: 'Hours without a word from the exchange: the card says that none was found',
    step: { at: japan(7), caption: 'Hours without a word from the exchange' },
  },
  {
    at: japan(9, 36),
    look: 'Emergency maintenance: the first official word stands on the card, with its time',
    step: { at: japan(9, 39), caption: 'Emergency maintenance: the first official word' },
  },
  {
    at: japan(11, 22),
    look: 'All API keys are deleted: the card says what to check',
  },
  {
    at: japan(12, 13),
    look: 'API keys can be created again',
    step: { at: japan(17, 4), caption: 'API keys were deleted: what to check' },
  },
  {
    at: japan(17),
    look: 'Trading resumes, the irregular trades are rolled back: open "Details" for the whole timeline',
  },
]
