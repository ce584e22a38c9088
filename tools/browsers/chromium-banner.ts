import type { CDPSession, Page, Protocol } from 'puppeteer-core'

type Node = Protocol.DOM.Node

/** Elements directly inside closed shadow roots, in document order. */
function* topElements(node: Node): Iterable<Node> {
  for (const root of node.shadowRoots ?? []) {
    if (root.shadowRootType === 'closed') yield* (root.children ?? []).filter((child) => child.nodeType === 1)
    else yield* topElements(root)
  }
  for (const child of node.children ?? []) yield* topElements(child)
}

async function call(session: CDPSession, node: Node, source: string): Promise<unknown> {
  const { object } = await session.send('DOM.resolveNode', { backendNodeId: node.backendNodeId })
  if (object.objectId === undefined) return undefined
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId,
    functionDeclaration: source,
    returnByValue: true,
  })
  return result.value
}

/** `Driver.inBanner` through the DevTools protocol, which sees closed shadow roots. */
export async function inChromiumBanner<T>(page: Page, source: string): Promise<T[]> {
  const session = await page.createCDPSession()
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true })
    const values: unknown[] = []
    for (const node of topElements(root)) values.push(await call(session, node, source))
    return values as T[]
  } finally {
    await session.detach()
  }
}
