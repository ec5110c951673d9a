# То, что говорят скрипты. Числа в сообщения подставляют они сами.

script-colours-system = Тема: системная
script-colours-light = Тема: светлая
script-colours-dark = Тема: тёмная

script-search = Поиск
script-filters = Фильтры
script-all = все
script-shown = Показано { $shown } из { $all }

script-save = Сохранить как CSV: { $table }

script-hide-data = Скрыть данные
