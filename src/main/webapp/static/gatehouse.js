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
