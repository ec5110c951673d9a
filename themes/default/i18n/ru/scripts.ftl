# То, что говорят скрипты. Числа в сообщения подставляют они сами.

script-colours-system = Цвета: как в системе
script-colours-light = Цвета: светлые
script-colours-dark = Цвета: тёмные

script-search = Поиск
script-filters = Фильтры
script-all = все
script-shown = Показано { $shown } из { $all }

script-save = Сохранить как CSV: { $table }

script-hide-data = Скрыть данные
