/** The GOV.UK Frontend `characterCount`: several lines of text with how many characters or words there may be. */
import type { Attributes } from '../attributes.ts'
import { html, type Html } from '../html.ts'
import { classes, type Options } from '../options.ts'
import { after } from './form-group.ts'
import { hint } from './hint.ts'
import { i18nAttributes, type I18nText } from './i18n.ts'
import { textarea, type TextareaOptions } from './textarea.ts'

type Plurals = Exclude<I18nText, string>

export type CharacterCountOptions = Omit<TextareaOptions, 'describedBy' | 'disabled' | 'autocomplete'> &
  Options<{
    maxlength: number | string
    maxwords: number | string
    countType: string
    threshold: number | string
    countMessage: Options<{ classes: string }>
    textareaDescriptionText: string
    charactersUnderLimitText: Plurals
    charactersAtLimitText: string
    charactersOverLimitText: Plurals
    wordsUnderLimitText: Plurals
    wordsAtLimitText: string
    wordsOverLimitText: Plurals
  }>

export function characterCount(options: CharacterCountOptions): Html {
  const id = options.id || options.name
  const { name, rows, spellcheck, value, label, errorMessage, attributes } = options
  return textarea({
    id,
    name,
    describedBy: `${id}-info`,
    rows,
    spellcheck,
    value,
    formGroup: {
      classes: classes('govuk-character-count', options.formGroup?.classes),
      attributes: { ...dataOf(options), ...options.formGroup?.attributes },
      beforeInput: options.formGroup?.beforeInput,
      afterInput: { html: html`${message(options, `${id}-info`)}${after(options.formGroup)}` },
    },
    classes: classes('govuk-js-character-count', options.classes),
    label,
    hint: options.hint,
    errorMessage,
    attributes,
  })
}

function countTypeOf(options: CharacterCountOptions): string | undefined {
  return options.countType || (options.maxwords ? 'words' : undefined)
}

/** Where the limit is set by a script, the sentence that names it can only come from there too. */
function message(options: CharacterCountOptions, id: string): Html {
  const limit = options.maxwords || options.maxlength
  const unit = countTypeOf(options) === 'words' ? 'words' : 'characters'
  const sentence = options.textareaDescriptionText || `You can enter up to %{count} ${unit}`
  return hint({
    id,
    text: limit ? sentence.replaceAll('%{count}', String(limit)) : undefined,
    classes: classes('govuk-character-count__message', options.countMessage?.classes),
  })
}

function dataOf(options: CharacterCountOptions): Attributes {
  const hasLimit = Boolean(options.maxwords || options.maxlength)
  const description = options.textareaDescriptionText
  return {
    'data-module': 'govuk-character-count',
    'data-maxlength': { value: options.maxlength, optional: true },
    'data-maxwords': { value: options.maxwords, optional: true },
    'data-threshold': { value: options.threshold, optional: true },
    'data-count-type': { value: countTypeOf(options), optional: true },
    ...i18nAttributes({
      'textarea-description': !hasLimit && description ? { other: description } : undefined,
      'characters-under-limit': options.charactersUnderLimitText,
      'characters-at-limit': options.charactersAtLimitText,
      'characters-over-limit': options.charactersOverLimitText,
      'words-under-limit': options.wordsUnderLimitText,
      'words-at-limit': options.wordsAtLimitText,
      'words-over-limit': options.wordsOverLimitText,
    }),
  }
}
