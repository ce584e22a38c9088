import type { BannerInputs } from '../view/banner-inputs.ts'

/** What an address says of its page. */
export type PageInputs = Pick<BannerInputs, 'pair' | 'isOtherMarket' | 'venue' | 'chart'>
