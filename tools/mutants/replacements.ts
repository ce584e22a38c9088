import ts from 'typescript'

/** Operators and what each is replaced with. */
const operators: Readonly<Record<string, string>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '&&': '||',
  '||': '&&',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '%': '*',
  '+=': '-=',
  '-=': '+=',
}

/** Where a node is replaced, and with what. */
export interface Replacement {
  readonly node: ts.Node
  readonly by: string
}

/**
 * The changes tried at one node: swapped operators, negated conditions, swapped booleans, `null` returned,
 * statements removed.
 */
export function replacementsAt(node: ts.Node): Replacement[] {
  if (ts.isBinaryExpression(node)) return swapped(node)
  if (ts.isIfStatement(node)) return [negated(node.expression)]
  if (ts.isConditionalExpression(node)) return [negated(node.condition)]
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return [{ node, by: node.operand.getText() }]
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [{ node, by: 'false' }]
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [{ node, by: 'true' }]
  if (ts.isReturnStatement(node) && node.expression) return nulled(node.expression)
  if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) return nulled(node.body)
  if (ts.isExpressionStatement(node)) return [{ node, by: ';' }]
  return []
}

function swapped({ left, operatorToken, right }: ts.BinaryExpression): Replacement[] {
  const by = operators[operatorToken.getText()]
  const joinsText = operatorToken.kind === ts.SyntaxKind.PlusToken && [left, right].some(isText)
  return by === undefined || joinsText ? [] : [{ node: operatorToken, by }]
}

const isText = (node: ts.Node): boolean => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)

const negated = (node: ts.Expression): Replacement => ({ node, by: `!(${node.getText()})` })

/** Not where the value is `null` or `undefined` anyway, nor where only the effect of the call counts. */
function nulled(node: ts.Expression): Replacement[] {
  const isNothing = ['null', 'undefined'].includes(node.getText()) || ts.isVoidExpression(node)
  return isNothing ? [] : [{ node, by: 'null' }]
}
