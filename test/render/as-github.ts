import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { forTerminal } from '../../src/render/terminal-text.ts';

/** Markdown as GitHub's own reader makes it HTML, before it takes anything out as unsafe. */
export function asHtml(markdown: string): string {
  return micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
  });
}

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** The text that HTML without elements shows, without what parts words for GitHub. */
export function shownBy(html: string): string {
  return html
    .replaceAll('<span>$</span>', '$')
    .replaceAll(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity)
    .replaceAll('\u2060', '');
}

/** What a text from data shows on one line, where nothing in it acts. */
export function madeVisible(text: string): string {
  return forTerminal(text.replaceAll(/\r\n|\r|\n/g, ' ')).trim();
}

/** The elements of HTML, without what they hold. */
export function elementsOf(html: string): string[] {
  return [...new Set([...html.matchAll(/<\/?([a-z0-9]+)[^>]*>/g)].map(([, name]) => name as string))].sort();
}

/**
 * What GitHub's own filters make of finished text, after Markdown: calls, issues, pictures by name, and formulas. Written
 * after html-pipeline's mention and emoji filters and after GitHub's description of references.
 */
const FILTERED: Readonly<Record<string, RegExp>> = {
  mention: /(?:^|\W)@[a-z0-9][a-z0-9-]*/i,
  address: /[\w.+-]+@[\w-]+/,
  issue: /(?:^|\W)(?:[\w-]+\/[\w.-]+)?#\d+|(?:^|\W)gh-\d+/i,
  commit: /(?<![a-z\d])[a-f\d]{40}(?![a-z\d])/i,
  emoji: /:[a-z0-9_+-]+:/i,
  link: /(?:https?|ftp):\/\/|(?:^|[^a-z0-9])www\./i,
};

/** The filters that find something in the finished text; a formula's mark stands alone in an element. */
export function filtersOf(html: string): string[] {
  const text = html
    .replaceAll('<span>$</span>', '\n')
    .replaceAll(/<[^>]*>/g, '\n')
    .replaceAll(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity);
  const found = Object.entries(FILTERED).filter(([, pattern]) => pattern.test(text));
  return [...found.map(([name]) => name), ...(text.includes('$') ? ['formula'] : [])];
}
