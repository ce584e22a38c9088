// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eachVisit } from '../../../src/content/page/each-visit.ts'

describe('eachVisit', () => {
  let script: AbortController
  let visits: AbortController[]
  beforeEach(() => {
    script = new AbortController()
    visits = []
  })
  afterEach(() => {
    script.abort()
    setPrerendering(undefined)
  })
  const begin = () => eachVisit((life) => visits.push(life), script.signal)
  const isOver = () => visits.map(({ signal }) => signal.aborted)

  /** Dispatches an event as the browser does, or as a page can. */
  function dispatch(target: EventTarget, type: string, isTrusted = true, persisted = true): void {
    const event = Object.assign(new Event(type), { persisted })
    target.dispatchEvent(Object.defineProperty(event, 'isTrusted', { value: isTrusted }))
  }
  function setPrerendering(value: boolean | undefined): void {
    Object.defineProperty(document, 'prerendering', { value, configurable: true })
  }

  test('begins at once, and once while the page is loaded', () => {
    begin()
    dispatch(window, 'pageshow')
    expect(isOver()).toEqual([false])
  })

  test('ends when the page is left, and begins anew when the page is back', () => {
    begin()
    dispatch(window, 'pagehide')
    expect(isOver()).toEqual([true])
    dispatch(window, 'pageshow')
    dispatch(window, 'pagehide')
    dispatch(window, 'pageshow')
    expect(isOver()).toEqual([true, true, false])
  })

  test('is left to the browser where the page cannot come back', () => {
    begin()
    dispatch(window, 'pagehide', true, false)
    expect(isOver()).toEqual([false])
  })

  test('does not begin while the page is prerendered', () => {
    setPrerendering(true)
    begin()
    dispatch(window, 'pageshow')
    expect(visits).toHaveLength(0)
    setPrerendering(false)
    dispatch(document, 'prerenderingchange')
    expect(isOver()).toEqual([false])
  })

  test('believes the browser, not the page', () => {
    begin()
    dispatch(window, 'pagehide', false)
    expect(isOver()).toEqual([false])
  })

  test('ends with the script, for good', () => {
    begin()
    script.abort()
    dispatch(window, 'pageshow')
    expect(isOver()).toEqual([true])
  })

  test('does not begin again after an error in the same visit', () => {
    begin()
    visits[0]!.abort()
    dispatch(window, 'pageshow')
    expect(visits).toHaveLength(1)
  })
})
