import type { Benchmark } from '../benchmark.ts'
import { openPopupPage } from './popup-page.ts'

/**
 * Opening time of the popup: from the click on the toolbar button to the first rows drawn, with 200 flagged
 * pairs and 10,000 past episodes stored, relative to the same button with an empty page. Measured alternately.
 */
export const popupOpenRatio: Benchmark = {
  id: 'popup-open-ratio',
  unit: 'ratio',
  goal: 1.25,
  better: 'lower',
  browser: true,
  async measure({ rounds, warmUp }) {
    const button = await openPopupPage()
    const time = async (which: 'popup' | 'empty') => {
      const { page, ms } = await button.open(which)
      await page.close()
      return ms
    }
    const ratios: number[] = []
    try {
      for (let round = 0; round < warmUp + rounds; round++) {
        const first = round % 2 === 0 ? 'popup' : 'empty'
        const one = await time(first)
        const other = await time(first === 'popup' ? 'empty' : 'popup')
        if (round >= warmUp) ratios.push(first === 'popup' ? one / other : other / one)
      }
    } finally {
      await button.close()
    }
    return ratios
  },
}
