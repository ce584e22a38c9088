// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { run } from '../../../src/content/run.ts'
import { noInputs, type BannerInputs } from '../../../src/content/view/banner-inputs.ts'
import { venueStatementOf } from '../../../src/content/view/venue-statement.ts'
import { episodes, hidden, officials, venues } from '../../../src/shared/storage/items.ts'
import { settings } from '../../../src/shared/settings/settings-item.ts'
import { textsFor } from '../../../src/shared/texts.ts'
import { stub } from '../../shared/browser-stub.ts'
import { episode, marketNow, venue, wallNow } from '../../../tools/examples/made-up.ts'
import { announcement, maintenance, official } from '../../../tools/examples/made-up-official.ts'

const say = textsFor('en')
const facts = (part: Partial<BannerInputs> = {}): BannerInputs => ({ ...noInputs, venue: 'binance', ...part })
const saying = (...statements: Parameters<typeof announcement>[0][]) =>
  facts({ officials: [official({ statements: statements.map((each) => announcement(each)) })] })
const whatOf = (all: BannerInputs) => {
  const word = venueStatementOf(all)
  return word?.kind === 'official' ? word.relevant.statement.what : word
}

describe('what concerns everybody on the pages of a venue', () => {
  test('is nothing on an ordinary day, on pages of others, and of what was only announced', () => {
    expect(venueStatementOf(facts({ officials: [official()] }))).toBeNull()
    expect(venueStatementOf({ ...saying({}), venue: 'bybit' })).toBeNull()
    expect(venueStatementOf({ ...saying({}), venue: null })).toBeNull()
    expect(whatOf(saying({ what: 'withdrawal-suspended', state: 'scheduled' }))).toBeNull()
    expect(whatOf(saying({ what: 'withdrawal-suspended', endedAt: marketNow }))).toBeNull()
    expect(whatOf(saying({ what: 'listing' }, { what: 'other' }))).toBeNull()
  })

  test.each(['api-keys', 'withdrawal-suspended', 'rollback'] as const)('is %s', (what) => {
    expect(whatOf(saying({ what }))).toBe(what)
  })

  test('is a maintenance first, in the words that name what is suspended', () => {
    const title = 'Temporary Maintenance: Trading, Withdrawals Suspended'
    const spoken = announcement({ id: 'spoken', what: 'maintenance', title })
    const all = facts({ officials: [official({ statements: [maintenance(), announcement(), spoken] })] })
    expect(venueStatementOf(all)).toMatchObject({ relevant: { statement: { title } } })
  })

  test('is the next thing once the first was put away', () => {
    const all = saying({ id: 'a' }, { id: 'b', what: 'rollback' })
    const away = [{ episode: 'official:a', changedAt: 0 }]
    expect(whatOf({ ...all, hidden: away })).toBe('rollback')
    expect(whatOf({ ...all, hidden: [...away, { episode: 'official:b', changedAt: 0 }] })).toBeNull()
  })

  test('is how it stands in Japan, only where that is told and known', () => {
    const all = facts({ venue: 'bybit', countryNotice: true })
    expect(venueStatementOf(all)).toMatchObject({ kind: 'country', standing: { kind: 'warned' } })
    expect(venueStatementOf({ ...all, countryNotice: false })).toBeNull()
    expect(venueStatementOf({ ...all, venue: 'bitbank' })).toBeNull()
    expect(venueStatementOf({ ...all, venue: 'binance' })).toBeNull()
    expect(venueStatementOf({ ...all, hidden: [{ episode: 'country:bybit', changedAt: 0 }] })).toBeNull()
  })
})

describe('the strip on the page', () => {
  let life: AbortController
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
  async function openPage(href: string) {
    const attached = vi.spyOn(Element.prototype, 'attachShadow')
    location.href = href
    life = new AbortController()
    await run(life)
    await pass(0)
    const root = () => attached.mock.results[0]?.value as ShadowRoot | undefined
    return {
      text: () => root()?.querySelector('.place')?.textContent ?? '',
      find: (selector: string) => root()?.querySelector<HTMLElement>(`.place ${selector}`) ?? null,
      spoken: () => root()?.querySelector('[role=status]')?.textContent ?? '',
      mode: () => attached.mock.calls[0]?.[0].mode,
    }
  }
  beforeEach(async () => {
    vi.useFakeTimers({
      now: wallNow,
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
    })
    await stub.reset()
    await venues.set([venue()])
    await officials.set([official({ statements: [announcement()] })])
  })
  afterEach(() => {
    life.abort()
    vi.restoreAllMocks()
    vi.useRealTimers()
  })

  test('stands on any page of the venue, says it once aloud, and brings the checklist', async () => {
    const page = await openPage('https://www.binance.com/en/my/wallet')
    await pass(2_000)
    expect(page.mode()).toBe('closed')
    expect(page.text()).toContain('Binance says: Binance Has Deleted All API Keys')
    expect(page.text()).toContain(say('check.unused'))
    expect(page.find('a.way')?.getAttribute('href')).toBe(announcement().url)
    expect(page.spoken()).toContain('Binance Has Deleted All API Keys')
  })

  test('hidden, it never comes again', async () => {
    const page = await openPage('https://www.binance.com/en/my/wallet')
    page.find('.hide')?.click()
    await pass(2_000)
    expect(page.text()).toBe('')
    const [wish] = stub.requests as { kind: string; episode: string; changedAt: number }[]
    expect(wish).toMatchObject({ kind: 'hide', episode: `official:${announcement().id}`, changedAt: 0 })
    await hidden.set([{ episode: wish!.episode, changedAt: wish!.changedAt }])
    life.abort()
    const again = await openPage('https://www.binance.com/en/my/wallet')
    await pass(2_000)
    expect(again.text()).toBe('')
  })

  test('gives way to the card of a pair that is flagged', async () => {
    await episodes.set([episode()])
    const page = await openPage('https://www.binance.com/en/trade/NAV_BTC')
    await pass(2_000)
    expect(page.find('.card')).not.toBeNull()
    expect(page.find('.strip')).toBeNull()
  })

  test('of a country is shown to who reads Japanese, and is easily switched off', async () => {
    stub.uiLanguage = 'ja'
    const page = await openPage('https://www.bybit.com/ja-JP/trade/spot/BTC/USDT')
    await pass(2_000)
    expect(page.text()).toContain('金融庁')
    page.find('.never')?.click()
    await pass(2_000)
    expect(page.text()).toBe('')
    expect((await settings.get()).countryNotice).toBe(false)
  })

  test('of a country is not shown to others', async () => {
    const page = await openPage('https://www.bybit.com/en/trade/spot/BTC/USDT')
    await pass(2_000)
    expect(page.text()).toBe('')
  })
})
