// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { noInputs, type BannerInputs } from '../../../src/content/view/banner-inputs.ts'
import { chooseView } from '../../../src/content/view/choose-view.ts'
import { venueStatementOf } from '../../../src/content/view/venue-statement.ts'
import { episodes, hidden, officials } from '../../../src/shared/storage/items.ts'
import { defaultSettings } from '../../../src/shared/settings/settings.ts'
import { settings } from '../../../src/shared/settings/settings-item.ts'
import { sayIn } from '../../../tools/examples/words-in.ts'
import { stub } from '../../shared/browser-stub.ts'
import { advance, bringTexts, commands, openPage, setUp, tearDown } from '../open-page.ts'
import { clickOn } from '../trusted.ts'
import { episode, marketFall, marketNow, venue, wallNow } from '../../../tools/examples/made-up.ts'
import { announcement, maintenance, official } from '../../../tools/examples/made-up-official.ts'

const say = sayIn('en')
const inputs = (part: Partial<BannerInputs> = {}): BannerInputs => ({
  ...noInputs,
  venue: 'binance',
  ...part,
})
const withStatements = (...statements: Parameters<typeof announcement>[0][]) =>
  inputs({ officials: [official({ statements: statements.map((each) => announcement(each)) })] })
const topicOf = (all: BannerInputs) => {
  const shown = venueStatementOf(all)
  return shown?.kind === 'official' ? shown.relevant.statement.what : shown
}

describe('venueStatementOf', () => {
  test('is null without a statement, at other venues, and for scheduled, ended or minor topics', () => {
    expect(venueStatementOf(inputs({ officials: [official()] }))).toBeNull()
    expect(venueStatementOf({ ...withStatements({}), venue: 'bybit' })).toBeNull()
    expect(venueStatementOf({ ...withStatements({}), venue: null })).toBeNull()
    expect(topicOf(withStatements({ what: 'withdrawal-suspended', state: 'scheduled' }))).toBeNull()
    expect(topicOf(withStatements({ what: 'withdrawal-suspended', endedAt: marketNow }))).toBeNull()
    expect(topicOf(withStatements({ what: 'listing' }, { what: 'other' }))).toBeNull()
  })

  test.each(['api-keys', 'withdrawal-suspended', 'rollback'] as const)('is %s', (what) => {
    expect(topicOf(withStatements({ what }))).toBe(what)
  })

  test('prefers a closing of the venue, as worded in its announcement', () => {
    const title = 'Temporary Maintenance: Trading, Withdrawals Suspended'
    const announced = announcement({ id: 'announced', what: 'maintenance', title })
    const all = inputs({ officials: [official({ statements: [maintenance(), announcement(), announced] })] })
    expect(venueStatementOf(all)).toMatchObject({ relevant: { statement: { title } } })
  })

  test('is all that a page of the venue shows where its address names no pair', () => {
    const page = withStatements({})
    const flagged = { episodes: [episode(), marketFall()], venues: [venue()], settings: defaultSettings }
    const shown = chooseView({ ...page, ...flagged }, wallNow)
    expect(shown).toMatchObject({ kind: 'statement', statement: { kind: 'official' } })
    expect(chooseView({ ...inputs(), ...flagged }, wallNow)).toEqual({ kind: 'none' })
  })

  test('is the next statement once the first is hidden', () => {
    const all = withStatements({ id: 'a' }, { id: 'b', what: 'rollback' })
    const firstHidden = [{ episode: 'official:a', changedAt: 0 }]
    expect(topicOf({ ...all, hidden: firstHidden })).toBe('rollback')
    expect(topicOf({ ...all, hidden: [...firstHidden, { episode: 'official:b', changedAt: 0 }] })).toBeNull()
  })

  test('is the standing in Japan, if notices are on and the venue was warned or has closed there', () => {
    const all = inputs({ venue: 'bybit', countryNotice: true })
    expect(venueStatementOf(all)).toMatchObject({ kind: 'country', standing: { kind: 'closed' } })
    expect(venueStatementOf({ ...all, venue: 'mexc' })).toMatchObject({ standing: { kind: 'warned' } })
    expect(venueStatementOf({ ...all, countryNotice: false })).toBeNull()
    expect(venueStatementOf({ ...all, venue: 'bitbank' })).toBeNull()
    expect(venueStatementOf({ ...all, venue: 'binance' })).toBeNull()
    expect(venueStatementOf({ ...all, hidden: [{ episode: 'country:bybit', changedAt: 0 }] })).toBeNull()
  })
})

describe('the venue strip', () => {
  beforeEach(async () => {
    await setUp()
    await officials.set([official({ statements: [announcement()] })])
  })
  afterEach(tearDown)

  test('is shown on any page of the venue, announced once, with the checklist', async () => {
    const page = await openPage('https://www.binance.com/en/my/wallet')
    await advance(2_000)
    expect(page.shadowMode()).toBe('closed')
    expect(page.text()).toContain('Binance says: Binance Has Deleted All API Keys')
    expect(page.text()).toContain(say('check.unused'))
    expect(page.find('.place a.way')?.getAttribute('href')).toBe(announcement().url)
    expect(page.announced('status')).toContain('Binance Has Deleted All API Keys')
  })

  test('never returns once hidden', async () => {
    const page = await openPage('https://www.binance.com/en/my/wallet')
    clickOn(page.find('.hide'))
    await advance(2_000)
    expect(page.text()).toBe('')
    const [command] = commands() as { kind: string; episode: string; changedAt: number }[]
    expect(command).toMatchObject({ kind: 'hide', episode: `official:${announcement().id}`, changedAt: 0 })
    await hidden.set([{ episode: command!.episode, changedAt: command!.changedAt }])
    page.life.abort()
    const again = await openPage('https://www.binance.com/en/my/wallet')
    await advance(2_000)
    expect(again.text()).toBe('')
  })

  test('is replaced by the card of a flagged pair', async () => {
    await episodes.set([episode()])
    const page = await openPage('https://www.binance.com/en/trade/NAV_BTC')
    await advance(2_000)
    expect(page.find('.card')).not.toBeNull()
    expect(page.find('.strip')).toBeNull()
  })

  test('of a country is shown in Japanese and can be switched off', async () => {
    stub.uiLanguage = 'ja'
    bringTexts('ja')
    const page = await openPage('https://www.bybit.com/ja-JP/trade/spot/BTC/USDT')
    await advance(2_000)
    expect(page.text()).toContain('2026-07-22に強制決済')
    clickOn(page.find('.never'))
    await advance(2_000)
    expect(page.text()).toBe('')
    expect((await settings.get()).countryNotice).toBe(false)
  })

  test('of a country is not shown in English', async () => {
    const page = await openPage('https://www.bybit.com/en/trade/spot/BTC/USDT')
    await advance(2_000)
    expect(page.text()).toBe('')
  })
})
