// Help only: every page works without this file.
'use strict';

for (const button of document.querySelectorAll('[data-copy]')) {
  const field = document.getElementById(button.dataset.copy), word = button.textContent;
  button.hidden = false;
  button.addEventListener('click', async () => {
    field.select();
    if (navigator.clipboard) await navigator.clipboard.writeText(field.value); else document.execCommand('copy');
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = word; }, 2000);
  });
}

for (const picker of document.querySelectorAll('.permissions')) {
  const ticks = [...picker.querySelectorAll('[type=checkbox]')], number = picker.querySelector('[data-sum]');
  const other = Number(number.dataset.sum);
  picker.addEventListener('change', event => {
    if (event.target.type === 'checkbox') number.value = other + ticks.filter(t => t.checked).reduce((sum, t) => sum + Number(t.value), 0);
  });
  number.addEventListener('input', () => {
    if (/^\d{1,10}$/.test(number.value)) for (const tick of ticks) tick.checked = Math.floor(number.value / tick.value) % 2 === 1;
  });
}

/* Asks what the button would ask, and takes only the parts it names out of the page that answers. Without an answer the button does as it always did. */
for (const button of document.querySelectorAll('[data-try]')) {
  const form = button.form, parts = button.dataset.try.split(' ').map(id => document.getElementById(id));
  let pause = 0, asking = new AbortController(), plain = false;
  const fresh = async () => {
    clearTimeout(pause);
    asking.abort();
    asking = new AbortController();
    const typed = new URLSearchParams(new FormData(form));
    typed.delete('clientSecret');
    const answer = await fetch(button.formAction, { method: 'POST', body: typed, signal: asking.signal });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const found = parts.map(part => page.getElementById(part.id));
    if (found.includes(null)) throw new Error('another page');
    parts.forEach((part, i) => part.replaceChildren(...found[i].childNodes));
  };
  const aborted = trouble => trouble.name === 'AbortError';
  form.addEventListener('input', () => {
    clearTimeout(pause);
    if (form.elements.sample.value.trim()) pause = setTimeout(() => fresh().catch(() => {}), 600);
  });
  button.addEventListener('click', event => {
    if (plain) return;
    event.preventDefault();
    fresh().catch(trouble => { if (!aborted(trouble)) { plain = true; button.click(); } });
  });
}

/* A page that waits for another tab looks again every three seconds, while somebody looks at it. */
if (document.querySelector('[data-wait]')) {
  setInterval(async () => {
    if (document.hidden) return;
    const answer = await fetch(location.href).catch(() => null);
    if (answer && !(await answer.text()).includes(' data-wait')) location.reload();
  }, 3000);
}

/* A moment in the reader's own zone, with seconds where a log is read; how the server says it stands behind it. */
for (const time of document.querySelectorAll('time[datetime]')) {
  const style = time.closest('.log') ? 'medium' : 'short';
  time.title = time.textContent;
  time.textContent = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: style }).format(new Date(time.dateTime));
}

/* What an address leads to is opened, where the browser does not do that by itself. */
const unfold = () => {
  for (let part = document.getElementById(location.hash.slice(1)); part; part = part.parentElement) if (part.localName === 'details') part.open = true;
};
addEventListener('hashchange', unfold);
unfold();
