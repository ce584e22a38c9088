import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  notificationsAllowed,
  sendTestNotification,
} from '../../../../src/background/output/notifications/test-notification.ts'
import { browser } from '../../../../src/shared/web-extension.ts'
import { stub } from '../../../shared/browser-stub.ts'

const create = vi.fn(() => Promise.resolve('test'))
let level: string | undefined

const { notifications } = browser
beforeEach(async () => {
  await stub.reset()
  create.mockClear()
  const getPermissionLevel = () => Promise.resolve(level)
  Object.assign(browser, { notifications: { create, getPermissionLevel } })
})

// Test files share their modules.
afterEach(() => void Object.assign(browser, { notifications }))

test('the browser tells whether notifications are on, or not at all', async () => {
  level = 'granted'
  expect(await notificationsAllowed()).toBe(true)
  level = 'denied'
  expect(await notificationsAllowed()).toBe(false)
  Object.assign(browser, { notifications: { create } })
  expect(await notificationsAllowed()).toBeNull()
})

test('a test says that it is one, in the language of the trader', async () => {
  expect(await sendTestNotification('ja', true)).toBeNull()
  expect(create).toHaveBeenCalledWith(
    'test',
    expect.objectContaining({ title: 'Keihoの通知はこのように届きます', silent: false }),
  )
})

test('a test that the browser rejects says why', async () => {
  create.mockRejectedValueOnce(new Error('first')).mockRejectedValueOnce(new Error('no daemon'))
  expect(await sendTestNotification('en', false)).toBe('no daemon')
})
