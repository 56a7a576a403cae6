import './close-menus.ts';
import '../cite/citing.ts';
import './list-searches.ts';
