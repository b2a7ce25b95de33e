import { acceptCompletion, autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { PostgreSQL, sql } from '@codemirror/lang-sql';
import { HighlightStyle, bracketMatching, syntaxHighlighting } from '@codemirror/language';
import { EditorState, Prec } from '@codemirror/state';
import { EditorView, keymap, lineNumbers, placeholder } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { SchemaTable } from '$lib/view/sql/schema';

export interface EditorOptions {
  text: string;
  label: string;
  schema: readonly SchemaTable[];
  onchange: (text: string) => void;
  onrun: () => void;
}

export interface Editor {
  setText(text: string): void;
  insert(text: string): void;
  destroy(): void;
}

const COLOURS = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--series-0)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--series-2)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--series-3)' },
  { tag: tags.comment, color: 'var(--muted)' },
]);

const THEME = EditorView.theme({
  '&': { backgroundColor: 'var(--paper-raised)', color: 'var(--ink)', fontSize: 'var(--size-2)' },
  '&.cm-focused': { outline: '2px solid var(--ink)', outlineOffset: '1px' },
  '.cm-scroller': {
    fontFamily: 'var(--mono, ui-monospace, Consolas, monospace)',
    minHeight: '10rem',
    maxHeight: '50vh',
  },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': { backgroundColor: 'var(--paper-sunk)', color: 'var(--muted)', border: 'none' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-content ::selection': {
    backgroundColor: 'var(--rule)',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--paper-raised)',
    color: 'var(--ink)',
    border: '1px solid var(--rule-strong)',
  },
  '.cm-tooltip-autocomplete > ul > li': { minHeight: '1.75rem', lineHeight: '1.75rem' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--ink)',
    color: 'var(--paper)',
  },
  '.cm-completionDetail': { color: 'inherit', opacity: '0.8', fontStyle: 'normal' },
  '.cm-completionInfo': { maxWidth: '18rem', fontFamily: 'var(--sans)' },
});

/** CodeMirror for SQL that knows the tables; styles are elements of its own, allowed by the page's policy. */
export function mountEditor(parent: HTMLElement, options: EditorOptions): Editor {
  const schema = Object.fromEntries(
    options.schema.map(({ name, columns }) => [
      name,
      columns.map((column) => ({
        label: column.name,
        detail: column.type,
        info: column.meaning,
        type: 'property',
      })),
    ]),
  );
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        Prec.highest(
          keymap.of([
            {
              key: 'Mod-Enter',
              run: () => {
                options.onrun();
                return true;
              },
            },
            { key: 'Tab', run: acceptCompletion },
          ]),
        ),
        lineNumbers(),
        history(),
        bracketMatching(),
        autocompletion({ icons: false }),
        keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap]),
        sql({ dialect: PostgreSQL, schema, upperCaseKeywords: true }),
        syntaxHighlighting(COLOURS),
        THEME,
        EditorView.lineWrapping,
        placeholder('SELECT …'),
        EditorView.contentAttributes.of({ 'aria-label': options.label, spellcheck: 'false' }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) options.onchange(update.state.doc.toString());
        }),
      ],
    }),
  });
  return {
    setText(text) {
      if (text === view.state.doc.toString()) return;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    insert(text) {
      view.dispatch(view.state.replaceSelection(text), { scrollIntoView: true });
      view.focus();
    },
    destroy() {
      view.destroy();
    },
  };
}
