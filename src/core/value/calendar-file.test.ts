import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { calendarFile } from './calendar-file.ts'

const entry = {
  uid: 'case/1',
  title: 'A lesson; with Ann, at last\nBring water',
  where: 'Court 2',
  day: '2027-03-29',
  at: '09:30',
  minutes: 60,
  stamp: '2026-11-23T10:00:00.000Z',
  revision: 3,
}

test('says when in the time of the United Kingdom, and what, with its marks escaped', () => {
  const text = calendarFile(entry)
  assert.match(text, /\r\nDTSTART;TZID=Europe\/London:20270329T093000\r\nDURATION:PT60M\r\n/)
  assert.match(text, /\r\nDTSTAMP:20261123T100000Z\r\nSEQUENCE:3\r\n/)
  assert.match(text, /\r\nSUMMARY:A lesson\\; with Ann\\, at last\\nBring water\r\n/)
  assert.match(text, /^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/)
})

test('no line is longer than 75 octets, no character is parted, and unfolding gives the text back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
      const text = calendarFile({ ...entry, title: title.replaceAll(/[\r\n]/g, '') })
      const lines = text.split('\r\n')
      assert.ok(lines.every((line) => Buffer.byteLength(line) <= 75))
      const summary = text
        .replaceAll('\r\n ', '')
        .split('\r\n')
        .find((line) => line.startsWith('SUMMARY:'))
      assert.equal(summary?.slice(8).replaceAll(/\\([\\;,])/g, '$1'), title.replaceAll(/[\r\n]/g, ''))
    }),
  )
})
