import '../cite/citing.ts';
import './list-searches.ts';
