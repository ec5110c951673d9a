# То, что на каждой странице окружает её содержание.

site-skip = К содержанию
site-pages = Разделы
site-breadcrumbs = Путь к странице
site-as-of = Данные на { $day }
site-methodology = Как получен каждый показатель
