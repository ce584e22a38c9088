import ts from 'typescript'
import type { Mutant } from './mutant.ts'
import { replacementsAt } from './replacements.ts'

const longestWhat = 100

/** Every mutant of a source file, in the order of the text. Types, imports and re-exports have none. */
export function mutantsIn(file: string, text: string): Mutant[] {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind)
  const mutants: Mutant[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isImportDeclaration(node)) return
    for (const { node: at, by } of replacementsAt(node)) {
      const [from, to] = [at.getStart(), at.getEnd()]
      const line = source.getLineAndCharacterOfPosition(from).line + 1
      mutants.push({
        file,
        line,
        what: `${oneLine(node)} → ${described(node, at, by)}`,
        from,
        to,
        replacement: by,
      })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return mutants
}

/** The node after the change, in one line; `removed` for a statement. */
function described(node: ts.Node, at: ts.Node, by: string): string {
  if (by === ';') return 'removed'
  const [start, text] = [node.getStart(), node.getText()]
  return shortened(text.slice(0, at.getStart() - start) + by + text.slice(at.getEnd() - start))
}

const oneLine = (node: ts.Node): string => shortened(node.getText())

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > longestWhat ? `${line.slice(0, longestWhat)}…` : line
}
