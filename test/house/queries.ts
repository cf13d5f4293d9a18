/**
 * The single place that finds Kysely builders nobody executes. Awaiting a builder, or leaving it as a statement, does nothing at all,
 * and no linter sees it, because a builder is no promise. Needs a compiler with a JavaScript interface, hence TypeScript 5.
 */
import { dirname, relative } from 'node:path'
import ts from 'typescript-5'

/** The places, as `file:line what is wrong`, in the TypeScript project whose tsconfig.json is in `root`. */
export function unexecutedQueries(root: string): string[] {
  const program = programOf(root)
  const checker = program.getTypeChecker()
  return program
    .getSourceFiles()
    .filter(
      ({ isDeclarationFile, fileName }) => !isDeclarationFile && !fileName.includes('/node_modules/') && !belowTheStore.test(fileName),
    )
    .flatMap((file) => faultsIn(file, checker).map((fault) => placed(root, file, fault)))
}

/** The walls let no query get here, and asking a compiler for types takes seconds. */
const belowTheStore = /\/src\/(core|ui)\//

interface Found {
  readonly node: ts.Node
  readonly what: string
}

function programOf(root: string): ts.Program {
  const read = ts.getParsedCommandLineOfConfigFile(`${root}/tsconfig.json`, undefined, {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
      throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, ' '))
    },
  })
  if (!read) throw new Error(`no tsconfig.json in ${root}`)
  return ts.createProgram(read.fileNames, read.options)
}

function placed(root: string, file: ts.SourceFile, { node, what }: Found): string {
  const { line } = file.getLineAndCharacterOfPosition(node.getStart(file))
  return `${relative(root, file.fileName)}:${line + 1} ${what}`
}

function faultsIn(file: ts.SourceFile, checker: ts.TypeChecker): Found[] {
  const found: Found[] = []
  const isBuilder = (node: ts.Node) => holdsBuilder(checker.getTypeAtLocation(node), checker)
  const visit = (node: ts.Node): void => {
    const what = faultOf(node, isBuilder, checker)
    if (what) found.push({ node, what })
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

function faultOf(node: ts.Node, isBuilder: (node: ts.Node) => boolean, checker: ts.TypeChecker): string | undefined {
  if (ts.isAwaitExpression(node)) return isBuilder(node) ? 'a query is awaited but never executed' : undefined
  if (ts.isExpressionStatement(node) || ts.isVoidExpression(node)) {
    const made = ts.isAwaitExpression(node.expression) ? undefined : node.expression
    return made && isBuilder(made) ? 'a query is built but never executed' : undefined
  }
  const returned = ts.isReturnStatement(node) ? node.expression : ts.isArrowFunction(node) && !ts.isBlock(node.body) ? node.body : undefined
  const giver = ts.isArrowFunction(node) ? node : ts.findAncestor(node, isFunction)
  if (!returned || isWrittenOut(returned) || !giver || !isFunction(giver) || isPlain(giver)) return undefined
  return isBuilder(returned) && dropsIt(giver, checker) ? 'a query is returned to someone who will not execute it' : undefined
}

/** What is no query whatever its parts are: looked at before its type, which takes far longer. */
function isWrittenOut(expression: ts.Expression): boolean {
  return (
    ts.isLiteralExpression(expression) ||
    ts.isTemplateExpression(expression) ||
    ts.isObjectLiteralExpression(expression) ||
    ts.isNewExpression(expression) ||
    ts.isPrefixUnaryExpression(expression)
  )
}

/** A function that hands what it returns on as it is. */
function isPlain(giver: ts.FunctionLikeDeclaration): boolean {
  return !isAsync(giver) && !ts.isArrowFunction(giver) && !ts.isFunctionExpression(giver)
}

const isFunction = (node: ts.Node): node is ts.FunctionLikeDeclaration => ts.isFunctionLike(node) && 'body' in node

/** An async function's caller awaits, and a `void` callback's caller throws away: neither executes what it is given. */
function dropsIt(giver: ts.FunctionLikeDeclaration, checker: ts.TypeChecker): boolean {
  if (isAsync(giver)) return true
  if (!ts.isArrowFunction(giver) && !ts.isFunctionExpression(giver)) return false
  const expected = checker.getContextualType(giver)?.getCallSignatures() ?? []
  return expected.some((signature) => (signature.getReturnType().flags & ts.TypeFlags.Void) !== 0)
}

function isAsync(giver: ts.FunctionLikeDeclaration): boolean {
  return ts.canHaveModifiers(giver) && ts.getModifiers(giver)?.some((modifier) => modifier.kind === ts.SyntaxKind.AsyncKeyword) === true
}

/** Looks through unions, and into one list, as `Promise.all` gives: deeper than that lies data that refers to itself. */
function holdsBuilder(type: ts.Type, checker: ts.TypeChecker): boolean {
  const parts = type.isUnionOrIntersection() ? type.types : [type]
  return parts.some((part) => {
    const element = checker.isArrayLikeType(part) ? checker.getIndexTypeOfType(part, ts.IndexKind.Number) : undefined
    return isBuilderType(part) || (element !== undefined && (element.isUnion() ? element.types : [element]).some(isBuilderType))
  })
}

function isBuilderType(type: ts.Type): boolean {
  const declared = type.getProperty('execute')?.declarations ?? []
  return declared.some((declaration) => dirname(declaration.getSourceFile().fileName).includes('/node_modules/kysely/'))
}
