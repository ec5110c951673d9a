# Тексты аналитиков: что стоит вокруг них и что подставляют их функции.

commentary-section = Комментарий
commentary-table = Таблица
commentary-stale = <strong>Написано по данным за { $wave }</strong>: с тех пор появились новые.


