'use strict';
// The page is complete without this script; it adds sorting, searching, and rows shown by and by.
document.documentElement.classList.add('js');

const FIRST_ROWS = 20;

function listing(section) {
  const body = section.querySelector('tbody');
  const rows = [...body.rows];
  const search = section.querySelector('input');
  const found = section.querySelector('.found');
  const more = section.querySelector('.more');
  const texts = new Map(rows.map(row => [row, row.textContent.toLowerCase()]));
  let all = rows.length <= FIRST_ROWS + 5;

  function show() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const hits = [...body.rows].filter(row => {
      const hit = words.every(word => texts.get(row).includes(word));
      row.classList.toggle('missed', !hit);
      return hit;
    });
    hits.forEach((row, i) => row.classList.toggle('later', !all && i >= FIRST_ROWS));
    found.textContent = words.length ? `${hits.length} of ${rows.length}` : '';
    more.hidden = all || hits.length <= FIRST_ROWS;
    more.textContent = `Show all ${hits.length}`;
  }

  function sort(header, index) {
    const number = header.dataset.sort === 'number';
    const before = header.getAttribute('aria-sort');
    const order = before ? (before === 'ascending' ? 'descending' : 'ascending') : header.dataset.first || 'ascending';
    const sign = order === 'ascending' ? 1 : -1;
    const value = row => row.cells[index].dataset.value;
    const compare = number ? (a, b) => rank(value(a)) - rank(value(b)) : (a, b) => value(a).localeCompare(value(b));
    section.querySelectorAll('th').forEach(other => other.removeAttribute('aria-sort'));
    header.setAttribute('aria-sort', order);
    body.append(...[...body.rows].sort((a, b) => sign * compare(a, b)));
    show();
  }

  // A missing number is less than any other.
  const rank = value => value === '' ? -Number.MAX_VALUE : Number(value);

  section.querySelectorAll('th').forEach((header, index) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = header.textContent;
    button.addEventListener('click', () => sort(header, index));
    header.replaceChildren(button);
  });
  search.addEventListener('input', show);
  more.addEventListener('click', () => { all = true; show(); });
  section.querySelector('.tools').hidden = rows.length < 2;
  show();

  return row => {
    if (!texts.has(row)) return;
    search.value = '';
    all = true;
    show();
    row.scrollIntoView({ block: 'center' });
  };
}

const reveals = [...document.querySelectorAll('.listing')].map(listing);

function revealTarget() {
  const row = document.getElementById(location.hash.slice(1));
  if (row) reveals.forEach(reveal => reveal(row));
}
window.addEventListener('hashchange', revealTarget);
revealTarget();
