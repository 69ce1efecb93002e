/// The one script of every page: sorts tables, filters them and shows further rows. A page says everything without it.
///
/// Whatever it inserts it inserts as text; it builds no markup and asks for nothing.
enum PageScript {
    static let text = """
        'use strict';
        {
          const order = new Intl.Collator(document.documentElement.lang, {numeric: true});
          const valueAt = index => row => row.cells[index]?.dataset.v ?? row.cells[index]?.textContent ?? '';

          const sortable = table => {
            const heads = [...table.tHead.rows[0].cells];
            heads.forEach((head, index) => {
              const button = document.createElement('button');
              button.type = 'button';
              button.className = 'sort';
              button.textContent = '↕';
              button.setAttribute('aria-label', table.dataset.sort + ' ' + head.textContent.trim());
              button.addEventListener('click', () => {
                const rising = head.getAttribute('aria-sort') !== 'ascending';
                for (const other of heads) {
                  other.removeAttribute('aria-sort');
                  other.querySelector('.sort').textContent = '↕';
                }
                head.setAttribute('aria-sort', rising ? 'ascending' : 'descending');
                button.textContent = rising ? '↑' : '↓';
                const value = valueAt(index);
                const rows = [...table.tBodies[0].rows];
                rows.sort((a, b) => (rising ? 1 : -1) * order.compare(value(a), value(b)));
                table.tBodies[0].append(...rows);
              });
              head.append(' ', button);
            });
          };

          const growing = (table, rest, button) => {
            const numeric = [...table.tHead.rows[0].cells].map(cell => cell.classList.contains('numeric'));
            return count => {
              for (const texts of rest.splice(0, count)) {
                const row = table.tBodies[0].insertRow();
                texts.forEach((text, index) => {
                  const cell = document.createElement(index === 0 ? 'th' : 'td');
                  if (index === 0) cell.scope = 'row';
                  if (numeric[index]) cell.className = 'numeric';
                  cell.textContent = text;
                  row.append(cell);
                });
              }
              if (button) button.hidden = rest.length === 0;
            };
          };

          for (const table of document.querySelectorAll('table[data-sort]')) {
            if (table.tBodies[0].rows.length > 1) sortable(table);
          }

          for (const table of document.querySelectorAll('table[data-listing]')) {
            const name = table.dataset.listing;
            const island = document.getElementById(name + '-mehr');
            const button = document.getElementById(name + '-knopf');
            const field = document.getElementById(name + '-filter');
            const rest = island ? JSON.parse(island.textContent) : [];
            const grow = growing(table, rest, button);
            if (button) {
              button.hidden = rest.length === 0;
              button.addEventListener('click', () => grow(100));
            }
            if (!field) continue;
            field.closest('.filter').hidden = false;
            const status = document.getElementById(name + '-anzahl');
            field.addEventListener('input', () => {
              const wanted = field.value.trim().toLowerCase();
              if (wanted) grow(rest.length);
              let shown = 0;
              for (const row of table.tBodies[0].rows) {
                row.hidden = wanted !== '' && !row.textContent.toLowerCase().includes(wanted);
                if (!row.hidden) shown += 1;
              }
              status.textContent = wanted ? shown + ' ' + status.dataset.found : '';
            });
          }
        }
        """
}
