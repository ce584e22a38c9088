import type { Browser } from 'puppeteer-core'

/** The parts of WebDriver BiDi results that are read here. https://w3c.github.io/webdriver-bidi/ */
export interface RemoteValue {
  readonly type: string
  readonly sharedId?: string
  readonly value?: unknown
}

/** A BiDi node: `value` where `type` is `node`. */
export interface RemoteNode {
  readonly nodeType: number
  readonly mode?: 'open' | 'closed'
  readonly children?: readonly RemoteValue[]
  readonly shadowRoot?: RemoteValue | null
}

/** Sends raw BiDi commands that puppeteer does not offer for Firefox. */
export interface Bidi {
  send<T>(method: string, params: object): Promise<T>
  /**
   * Calls a function, given as source text, in a browsing context. Returns its JSON value; promises are awaited.
   */
  call<T>(context: string, source: string, element?: RemoteValue): Promise<T>
}

interface CallResult {
  readonly type: 'success' | 'exception'
  readonly result?: RemoteValue
  readonly exceptionDetails?: { readonly text: string }
}

/** The BiDi connection beneath a puppeteer browser. */
export function bidiOf(browser: Browser): Bidi {
  // Not in puppeteer's types, but on its object.
  const { connection } = browser as unknown as {
    connection: { send(method: string, params: object): Promise<{ result: unknown }> }
  }
  const bidi: Bidi = {
    async send<T>(method: string, params: object) {
      return (await connection.send(method, params)).result as T
    },
    async call<T>(context: string, source: string, element?: RemoteValue) {
      const answer = await bidi.send<CallResult>('script.callFunction', {
        functionDeclaration: `async function () { return JSON.stringify(await (${source}).call(this)) }`,
        target: { context },
        awaitPromise: true,
        ...(element && { this: { sharedId: element.sharedId } }),
      })
      if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text ?? 'exception')
      const json = answer.result?.value
      return (typeof json === 'string' ? JSON.parse(json) : undefined) as T
    },
  }
  return bidi
}
