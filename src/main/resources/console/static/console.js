// Tables on narrow windows: each row is a card whose cells name their column. Roles keep it a table for screen readers.
(function () {
  'use strict';
  function role(found, name) {
    found.forEach(function (one) { one.setAttribute('role', name); });
  }
  document.querySelectorAll('.wide > table').forEach(function (table) {
    var heads = Array.from(table.querySelectorAll('thead tr:last-child > *'));
    var names = heads.map(function (head) { return head.textContent.trim(); });
    role([table], 'table');
    role(table.querySelectorAll('thead, tbody, tfoot'), 'rowgroup');
    role(table.querySelectorAll('tr'), 'row');
    role(heads, 'columnheader');
    role(table.querySelectorAll('tbody th, tfoot th'), 'rowheader');
    role(table.querySelectorAll('tbody td, tfoot td'), 'cell');
    table.querySelectorAll('tbody tr, tfoot tr').forEach(function (row) {
      var at = 0;
      Array.from(row.children).forEach(function (cell) {
        if (cell.colSpan === 1 && names[at]) {
          cell.setAttribute('data-label', names[at]);
        }
        at += cell.colSpan;
      });
    });
    table.classList.add('cards');
  });
})();

// Keys of the review queue. Letters act only outside of fields, and whoever does not want them turns them off.
(function () {
  'use strict';
  var OFF = 'qingfen.keys.off', QUEUE = 'qingfen.queue';
  var help = document.getElementById('keys');
  var links = Array.from(document.querySelectorAll('[data-queue] a[data-row]'));
  var here = -1;
  if (links.length) {
    sessionStorage.setItem(QUEUE, JSON.stringify(links.map(function (link) { return link.getAttribute('href'); })));
  }
  if (help) {
    var on = help.querySelector('input[type=checkbox]');
    on.checked = localStorage.getItem(OFF) !== '1';
    on.addEventListener('change', function () { localStorage.setItem(OFF, on.checked ? '0' : '1'); });
    document.querySelectorAll('[data-help]').forEach(function (button) {
      button.addEventListener('click', function () { help.showModal(); });
    });
  }
  function typing(target) {
    return target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName);
  }
  function step(by) {
    if (links.length) {
      here = Math.max(0, Math.min(links.length - 1, here + by));
      links[here].focus();
      return;
    }
    var queue = JSON.parse(sessionStorage.getItem(QUEUE) || '[]');
    var at = queue.indexOf(location.pathname);
    if (at >= 0 && queue[at + by]) {
      location.assign(queue[at + by]);
    }
  }
  function focus(key) {
    var found = document.querySelector('[data-key="' + key + '"]');
    if (found) {
      found.focus();
    }
    return found;
  }
  document.addEventListener('focusin', function (event) {
    var at = links.indexOf(event.target);
    here = at >= 0 ? at : here;
  });
  document.addEventListener('keydown', function (event) {
    if (!help || event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || help.open
        || localStorage.getItem(OFF) === '1') {
      return;
    }
    if (event.key === 'j') {
      step(1);
    } else if (event.key === 'k') {
      step(-1);
    } else if (event.key === '?') {
      help.showModal();
    } else if (!(/^[ar/]$/.test(event.key) && focus(event.key))) {
      return;
    }
    event.preventDefault();
  });
})();
