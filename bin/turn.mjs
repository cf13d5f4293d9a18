// The single place that lets one process at a time install the packages of a checkout: others wait, and go on when it is done or has died.
import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const lookEveryMs = 250
const beatEveryMs = 5000
/** Between making the file and writing into it lies a moment. */
const momentMs = 2000
/** Whoever has not been heard of for so long is gone, whatever process has its number by now. */
const longestSilenceMs = 600_000

/**
 * Runs `work` unless `isDone` says, now or after waiting, that somebody else has done it. `work` is given a function that names a process
 * it has started: nobody takes its turn before that has ended too. `onWait` hears once, if it comes to that, of the process waited for.
 */
export async function inTurn(checkout, { isDone, onWait, work }) {
  const file = join(checkout, '.folkmoot-installing')
  let isTold = false
  while (!isDone()) {
    if (take(file)) return await keeping(file, work)
    const holder = holderOf(file)
    if (holder === undefined) continue
    if (holder.isGone) takeAway(file, holder)
    else {
      if (!isTold) onWait(holder.pids[0])
      isTold = true
      await pause(lookEveryMs)
    }
  }
}

async function keeping(file, work) {
  const beat = setInterval(() => utimesSync(file, new Date(), new Date()), beatEveryMs)
  try {
    await work((pid) => writeFileSync(file, textOf([process.pid, pid])))
  } finally {
    clearInterval(beat)
    rmSync(file, { force: true })
  }
}

/** True when the turn is ours. In a folder that cannot be written npm has its own words for that. */
function take(file) {
  try {
    writeFileSync(file, textOf([process.pid]), { flag: 'wx' })
    return true
  } catch (error) {
    return error.code !== 'EEXIST'
  }
}

const textOf = (pids) => `${pids.join(' ')}\n`

function holderOf(file) {
  try {
    const text = readFileSync(file, 'utf8')
    const silence = Date.now() - statSync(file).mtimeMs
    const pids = text.split(/\s+/).filter(Boolean).map(Number)
    const isGone = silence > longestSilenceMs || (pids.length === 0 ? silence > momentMs : !pids.some(isAlive))
    return { text, pids, isGone }
  } catch {
    return undefined
  }
}

/** Two may find the same dead process at once: the file that is moved away may by then be that of the other. */
function takeAway(file, { text }) {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
    const moved = readFileSync(aside, 'utf8')
    if (moved !== text) writeFileSync(file, moved, { flag: 'wx' })
  } catch {
    // Somebody else was faster, and is looked at anew.
  }
  rmSync(aside, { force: true })
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}
