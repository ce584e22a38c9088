// @vitest-environment happy-dom
import { render } from 'preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { MenuButton } from '../../../src/ui/menu/menu-button.tsx'
import { click, findByName, findOne, settle, textsOf } from '../page-actions.ts'

const items = [
  { value: 1, text: 'One' },
  { value: 2, text: 'Two' },
  { value: 3, text: 'Three' },
]
const key = async (name: string) => {
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }))
  await settle()
}
const focused = () => document.activeElement?.textContent

describe('menu button', () => {
  const onChoose = vi.fn()

  beforeEach(async () => {
    onChoose.mockReset()
    render(
      <>
        <MenuButton title="Numbers" {...{ items, onChoose }}>
          Choose
        </MenuButton>
        <button type="button">Other</button>
      </>,
      document.body,
    )
    await click(findByName('Choose'))
  })
  afterEach(() => render(null, document.body))

  test('opens a named menu with the focus on its first item', () => {
    expect(findOne('[role=menu]').getAttribute('aria-label')).toBe('Numbers')
    expect(findByName('Choose').getAttribute('aria-expanded')).toBe('true')
    expect(focused()).toBe('One')
  })

  test.each([
    ['ArrowDown', 'Two'],
    ['ArrowUp', 'Three'],
    ['End', 'Three'],
    ['Home', 'One'],
  ])('moves the focus with %s', async (name, text) => {
    await key(name)
    expect(focused()).toBe(text)
  })

  test('closes on a choice and returns the focus', async () => {
    await click(findByName('Two'))
    expect(onChoose.mock.calls).toEqual([[2]])
    expect(textsOf('[role=menu]')).toEqual([])
    expect(focused()).toBe('Choose')
  })

  test.each(['Escape', 'Tab'])('closes on %s and returns the focus', async (name) => {
    await key(name)
    expect(textsOf('[role=menu]')).toEqual([])
    expect(focused()).toBe('Choose')
    expect(onChoose).not.toHaveBeenCalled()
  })

  test('closes when the focus moves elsewhere, and leaves it there', async () => {
    await click(findByName('Other'))
    expect(textsOf('[role=menu]')).toEqual([])
    expect(focused()).toBe('Other')
  })

  test('closes when the button is clicked again', async () => {
    await click(findByName('Choose'))
    expect(textsOf('[role=menu]')).toEqual([])
  })
})
