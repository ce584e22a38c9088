import { simulatedArea } from './area.ts'
import { simulatedEvent } from './event.ts'

/** A notification that was shown. */
export interface ShownNotification {
  readonly id: string
  readonly title: string
  readonly message: string
  /** Wall clock, ms. */
  readonly at: number
}

const nothing = () => Promise.resolve()

/** What of a browser's interface the background uses. Every permission is granted, no page is open. */
export function simulatedBrowser() {
  const shown: ShownNotification[] = []
  const alarms = new Map<string, { readonly name: string; readonly periodInMinutes: number }>()
  const onAlarm = simulatedEvent<[{ readonly name: string }]>()
  return {
    /** In place of the browser's own. */
    api: {
      storage: { local: simulatedArea(), sync: simulatedArea(), session: simulatedArea() },
      runtime: {
        id: 'simulated',
        getURL: (path: string) => `chrome-extension://simulated/${path.replace(/^\//, '')}`,
        getManifest: () => ({ version: '0', host_permissions: [], content_scripts: [] }),
        getPlatformInfo: () => Promise.resolve({ os: 'linux' }),
        sendMessage: nothing,
        onMessage: simulatedEvent<[unknown, unknown]>(),
        onConnect: simulatedEvent<[unknown]>(),
        onInstalled: simulatedEvent<[{ readonly reason: string }]>(),
        onStartup: simulatedEvent<[]>(),
        onSuspend: simulatedEvent<[]>(),
      },
      alarms: {
        get: (name: string) => Promise.resolve(alarms.get(name)),
        getAll: () => Promise.resolve([...alarms.values()]),
        create(name: string, { periodInMinutes }: { readonly periodInMinutes: number }) {
          alarms.set(name, { name, periodInMinutes })
          return nothing()
        },
        onAlarm,
      },
      notifications: {
        create(id: string, { title, message }: { readonly title: string; readonly message: string }) {
          shown.push({ id, title, message, at: Date.now() })
          return Promise.resolve(id)
        },
        clear: () => Promise.resolve(true),
        getPermissionLevel: () => Promise.resolve('granted'),
        onClicked: simulatedEvent<[string]>(),
        onButtonClicked: simulatedEvent<[string, number]>(),
      },
      action: {
        setBadgeText: nothing,
        setTitle: nothing,
        setBadgeBackgroundColor: nothing,
        setBadgeTextColor: nothing,
        setIcon: nothing,
      },
      permissions: {
        contains: () => Promise.resolve(true),
        request: () => Promise.resolve(true),
        remove: () => Promise.resolve(true),
        onAdded: simulatedEvent<[unknown]>(),
        onRemoved: simulatedEvent<[unknown]>(),
      },
      scripting: {
        getRegisteredContentScripts: () => Promise.resolve([]),
        registerContentScripts: nothing,
        unregisterContentScripts: nothing,
        executeScript: () => Promise.resolve([]),
      },
      i18n: { getUILanguage: () => 'en-US' },
      tabs: {
        query: () => Promise.resolve([]),
        update: nothing,
        create: nothing,
        onUpdated: simulatedEvent<[number, unknown, unknown]>(),
      },
      windows: { update: nothing },
    },
    shown,
    /** Fires every alarm, as the browser does when their time has come. */
    ring() {
      for (const name of alarms.keys()) onAlarm.fire({ name })
    },
  }
}

export type SimulatedBrowser = ReturnType<typeof simulatedBrowser>
