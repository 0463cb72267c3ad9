/**
 * SPDX-FileCopyrightText: 2026 Émancip'Asso contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Postcode and name of the 600 most populated communes of France (INSEE, Licence Ouverte 2.0). */
export const communes = `
75001 Paris, 13001 Marseille, 69001 Lyon, 31000 Toulouse, 06000 Nice, 44000 Nantes, 34000 Montpellier, 67000 Strasbourg
33000 Bordeaux, 59000 Lille, 35000 Rennes, 83000 Toulon, 51100 Reims, 42000 Saint-Étienne, 76600 Le Havre, 69100 Villeurbanne
21000 Dijon, 49000 Angers, 38000 Grenoble, 97400 Saint-Denis, 30000 Nîmes, 13080 Aix-en-Provence, 93200 Saint-Denis
63000 Clermont-Ferrand, 72000 Le Mans, 29200 Brest, 37000 Tours, 80000 Amiens, 74000 Annecy, 87000 Limoges, 57000 Metz
66000 Perpignan, 92100 Boulogne-Billancourt, 25000 Besançon, 76000 Rouen, 45000 Orléans, 93100 Montreuil, 14000 Caen
97411 Saint-Paul, 95100 Argenteuil, 68100 Mulhouse, 54000 Nancy, 59200 Tourcoing, 59100 Roubaix, 92000 Nanterre
94400 Vitry-sur-Seine, 92600 Asnières-sur-Seine, 94000 Créteil, 84000 Avignon, 92700 Colombes, 86000 Poitiers, 93300 Aubervilliers
93600 Aulnay-sous-Bois, 59140 Dunkerque, 98800 Nouméa, 97410 Saint-Pierre, 78000 Versailles, 92400 Courbevoie, 92500 Rueil-Malmaison
97418 Le Tampon, 34500 Béziers, 64000 Pau, 17000 La Rochelle, 50100 Cherbourg-en-Cotentin, 33700 Mérignac, 94500 Champigny-sur-Marne
06160 Antibes, 94100 Saint-Maur-des-Fossés, 20000 Ajaccio, 97200 Fort-de-France, 44600 Saint-Nazaire, 06150 Cannes
93160 Noisy-le-Grand, 93700 Drancy, 97600 Mamoudzou, 95000 Cergy, 92300 Levallois-Perret, 92130 Issy-les-Moulineaux, 62100 Calais
33600 Pessac, 68000 Colmar, 91000 Évry-Courcouronnes, 69200 Vénissieux, 94200 Ivry-sur-Seine, 26000 Valence, 92110 Clichy
29000 Quimper, 92160 Antony, 18000 Bourges, 83500 La Seyne-sur-Mer, 82000 Montauban, 59491 Villeneuve-d'Ascq, 97300 Cayenne
93150 Le Blanc-Mesnil, 10000 Troyes, 93500 Pantin, 94800 Villejuif, 73000 Chambéry, 79000 Niort, 83370 Fréjus
92200 Neuilly-sur-Seine, 95200 Sarcelles, 97440 Saint-André, 92140 Clamart, 56100 Lorient, 11100 Narbonne, 93000 Bobigny
77100 Meaux, 94700 Maisons-Alfort, 83400 Hyères, 56000 Vannes, 60000 Beauvais, 97421 Saint-Louis, 85000 La Roche-sur-Yon
77500 Chelles, 91100 Corbeil-Essonnes, 97320 Saint-Laurent-du-Maroni, 49300 Cholet, 64100 Bayonne, 94120 Fontenay-sous-Bois
93400 Saint-Ouen-sur-Seine, 06800 Cagnes-sur-Mer, 69120 Vaulx-en-Velin, 93800 Épinay-sur-Seine, 02100 Saint-Quentin
78500 Sartrouville, 93270 Sevran, 13104 Arles, 91300 Massy, 81000 Albi, 97139 Les Abymes, 92230 Gennevilliers, 44800 Saint-Herblain
06130 Grasse, 93140 Bondy, 85100 Les Sables-d'Olonne, 53000 Laval, 27000 Évreux, 69800 Saint-Priest, 92150 Suresnes, 13117 Martigues
94300 Vincennes, 13400 Aubagne, 35400 Saint-Malo, 93190 Livry-Gargan, 41000 Blois, 93110 Rosny-sous-Bois, 93120 La Courneuve
19100 Brive-la-Gaillarde, 20200 Bastia, 33400 Talence, 92190 Meudon, 92120 Montrouge, 30100 Alès, 11000 Carcassonne, 77000 Melun
94600 Choisy-le-Roi, 78100 Saint-Germain-en-Laye, 90000 Belfort, 08000 Charleville-Mézières, 94140 Alfortville, 93130 Noisy-le-Sec
34200 Sète, 71100 Chalon-sur-Saône, 92220 Bagneux, 65000 Tarbes, 22000 Saint-Brieuc, 13118 Istres, 13300 Salon-de-Provence
92800 Puteaux, 69300 Caluire-et-Cuire, 44400 Rezé, 78200 Mantes-la-Jolie, 59300 Valenciennes, 64600 Anglet, 93170 Bagnolet
69500 Bron, 51000 Châlons-en-Champagne, 36000 Châteauroux, 62000 Arras, 57100 Thionville, 33140 Villenave-d'Ornon, 81100 Castres
01000 Bourg-en-Bresse, 93220 Gagny, 06110 Le Cannet, 16000 Angoulême, 95140 Garges-lès-Gonesse, 93420 Villepinte, 93240 Stains
05000 Gap, 78300 Poissy, 31770 Colomiers, 59150 Wattrelos, 83300 Draguignan, 60200 Compiègne, 26200 Montélimar
62200 Boulogne-sur-Mer, 59500 Douai, 59700 Marcq-en-Barœul, 93330 Neuilly-sur-Marne, 97232 Le Lamentin, 97480 Saint-Joseph
77340 Pontault-Combault, 97437 Saint-Benoît, 13600 La Ciotat, 37300 Joué-lès-Tours, 93290 Tremblay-en-France, 28000 Chartres
69310 Oullins-Pierre-Bénite, 74200 Thonon-les-Bains, 95130 Franconville, 38400 Saint-Martin-d'Hères, 74100 Annemasse
91600 Savigny-sur-Orge, 38130 Échirolles, 91120 Palaiseau, 93230 Romainville, 83530 Saint-Raphaël, 83140 Six-Fours-les-Plages
97438 Sainte-Marie, 78700 Conflans-Sainte-Honorine, 13127 Vitrolles, 92320 Châtillon, 69330 Meyzieu, 91200 Athis-Mons
97419 La Possession, 97351 Matoury, 95870 Bezons, 67500 Haguenau, 60100 Creil, 94190 Villeneuve-Saint-Georges
69400 Villefranche-sur-Saône, 97416 Saint-Leu, 92290 Châtenay-Malabry, 42400 Saint-Chamond, 91700 Sainte-Geneviève-des-Bois
42300 Roanne, 94170 Le Perreux-sur-Marne, 71000 Mâcon, 89000 Auxerre, 98835 Dumbéa, 67300 Schiltigheim, 78190 Trappes
78130 Les Mureaux, 78800 Houilles, 97420 Le Port, 13700 Marignane, 26100 Romans-sur-Isère, 94350 Villiers-sur-Marne, 03100 Montluçon
58000 Nevers, 62300 Lens, 94320 Thiais, 33160 Saint-Médard-en-Jalles, 47000 Agen, 78180 Montigny-le-Bretonneux
94130 Nogent-sur-Marne, 73100 Aix-les-Bains, 88000 Épinal, 06700 Saint-Laurent-du-Var, 97600 Koungou, 95000 Pontoise, 33130 Bègles
78370 Plaisir, 95220 Herblay-sur-Seine, 38200 Vienne, 84200 Carpentras, 40000 Mont-de-Marsan, 28100 Dreux, 91270 Vigneux-sur-Seine
69140 Rillieux-la-Pape, 95190 Goussainville, 91130 Ris-Orangis, 94240 L'Haÿ-les-Roses, 97150 Saint-Martin, 77176 Savigny-le-Temple
59400 Cambrai, 94230 Cachan, 86100 Châtellerault, 97122 Baie-Mahault, 91170 Viry-Châtillon, 78150 Le Chesnay-Rocquencourt
06500 Menton, 78400 Chatou, 92240 Malakoff, 92250 La Garenne-Colombes, 31170 Tournefeuille, 38300 Bourgoin-Jallieu, 91210 Draveil
62800 Liévin, 95400 Villiers-le-Bel, 54500 Vandœuvre-lès-Nancy, 34300 Agde, 69150 Décines-Charpieu, 92210 Saint-Cloud, 98704 Faaa
93250 Villemomble, 78280 Guyancourt, 84100 Orange, 94260 Fresnes, 76800 Saint-Étienne-du-Rouvray, 95120 Ermont
93390 Clichy-sous-Bois, 06220 Vallauris, 24000 Périgueux, 76300 Sotteville-lès-Rouen, 92270 Bois-Colombes, 92350 Le Plessis-Robinson
94220 Charenton-le-Pont, 98703 Punaauia, 59600 Maubeuge, 93370 Montfermeil, 92170 Vanves, 44230 Saint-Sébastien-sur-Loire
44700 Orvault, 76200 Dieppe, 02200 Soissons, 91330 Yerres, 67400 Illkirch-Graffenstaden, 94370 Sucy-en-Brie, 97190 Le Gosier
78120 Rambouillet, 97354 Remire-Montjoly, 95500 Gonesse, 98889 Païta, 31700 Blagnac, 95150 Taverny, 33115 La Teste-de-Buch
77600 Bussy-Saint-Georges, 77420 Champs-sur-Marne, 94450 Limeil-Brévannes, 95240 Cormeilles-en-Parisis, 24100 Bergerac, 89100 Sens
59130 Lambersart, 59280 Armentières, 33170 Gradignan, 77270 Villeparisis, 95110 Sannois, 91150 Étampes, 91350 Grigny, 33150 Cenon
91220 Brétigny-sur-Orge, 98714 Papeete, 34400 Lunel, 83130 La Garde, 78990 Élancourt, 49400 Saumur, 44120 Vertou, 15000 Aurillac
95600 Eaubonne, 64200 Biarritz, 13140 Miramas, 31600 Muret, 34170 Castelnau-le-Lez, 92390 Villeneuve-la-Garenne, 91940 Les Ulis
93320 Les Pavillons-sous-Bois, 49230 Sèvremoine, 76120 Le Grand-Quevilly, 33310 Lormont, 62110 Hénin-Beaumont, 91800 Brunoy
84300 Cavaillon, 95310 Saint-Ouen-l'Aumône, 97441 Sainte-Suzanne, 61000 Alençon, 17100 Saintes, 98809 Le Mont-Dore, 27200 Vernon
62400 Béthune, 03200 Vichy, 33110 Le Bouscat, 18100 Vierzon, 33500 Libourne, 33320 Eysines, 97310 Kourou, 25200 Montbéliard
97170 Petit-Bourg, 94310 Orly, 02000 Laon, 34110 Frontignan, 94270 Le Kremlin-Bicêtre, 44220 Couëron, 92260 Fontenay-aux-Roses
91230 Montgeron, 49110 Beaupréau-en-Mauges, 12000 Rodez, 97180 Sainte-Anne, 93260 Les Lilas, 39100 Dole, 83160 La Valette-du-Var
77190 Dammarie-les-Lys, 45160 Olivet, 14200 Hérouville-Saint-Clair, 17300 Rochefort, 77380 Combs-la-Ville, 56600 Lanester
77680 Roissy-en-Brie, 69160 Tassin-la-Demi-Lune, 45800 Saint-Jean-de-Braye, 95170 Deuil-la-Barre, 78600 Maisons-Laffitte
97160 Le Moule, 78140 Vélizy-Villacoublay, 85300 Challans, 52100 Saint-Dizier, 77200 Torcy, 68300 Saint-Louis, 04100 Manosque
59120 Loos, 91190 Gif-sur-Yvette, 13170 Les Pennes-Mirabeau, 01100 Oyonnax, 95370 Montigny-lès-Cormeilles, 32000 Auch
80100 Abbeville, 47300 Villeneuve-sur-Lot, 78711 Mantes-la-Ville, 92310 Sèvres, 77130 Montereau-Fault-Yonne, 78260 Achères
76140 Le Petit-Quevilly, 94110 Arcueil, 51200 Épernay, 33470 Gujan-Mestras, 40100 Dax, 12100 Millau, 38600 Fontaine
49120 Chemillé-en-Anjou, 91160 Longjumeau, 93360 Neuilly-Plaisance, 59190 Hazebrouck, 60180 Nogent-sur-Oise, 38500 Voiron
45400 Fleury-les-Aubrais, 59110 La Madeleine, 91240 Saint-Michel-sur-Orge, 95160 Montmorency, 57950 Montigny-lès-Metz
69110 Sainte-Foy-lès-Lyon, 91390 Morsang-sur-Orge, 06210 Mandelieu-la-Napoule, 13120 Gardanne, 97231 Le Robert
77400 Lagny-sur-Marne, 13190 Allauch, 62700 Bruay-la-Buissière, 69700 Givors, 95210 Saint-Gratien, 78210 Saint-Cyr-l'École
77330 Ozoir-la-Ferrière, 69230 Saint-Genis-Laval, 85600 Montaigu-Vendée, 94420 Le Plessis-Trévise, 59370 Mons-en-Barœul
31830 Plaisance-du-Touch, 94160 Saint-Mandé, 92340 Bourg-la-Reine, 94290 Villeneuve-le-Roi, 44470 Carquefou, 92330 Sceaux
29900 Concarneau, 52000 Chaumont, 67380 Lingolsheim, 78955 Carrières-sous-Poissy, 59210 Coudekerque-Branche, 59290 Wasquehal
59250 Halluin, 44240 La Chapelle-sur-Erdre, 59220 Denain, 31270 Cugnaux, 78310 Maurepas, 92370 Chaville, 59170 Croix
44340 Bouguenais, 94340 Joinville-le-Pont, 71200 Le Creusot, 57600 Forbach, 78170 La Celle-Saint-Cloud, 77290 Mitry-Mory
91380 Chilly-Mazarin, 21200 Beaune, 22300 Lannion, 35300 Fougères, 84800 L'Isle-sur-la-Sorgue, 59760 Grande-Synthe
76130 Mont-Saint-Aignan, 57200 Sarreguemines, 46000 Cahors, 33520 Bruges, 26500 Bourg-lès-Valence, 73200 Albertville
79300 Bressuire, 94250 Gentilly, 63800 Cournon-d'Auvergne, 06140 Vence, 97355 Macouria, 94550 Chevilly-Larue, 59790 Ronchin
06250 Mougins, 35170 Bruz, 14100 Lisieux, 67600 Sélestat, 83260 La Crau, 84120 Pertuis, 77350 Le Mée-sur-Seine, 97233 Schœlcher
50000 Saint-Lô, 38090 Villefontaine, 17200 Royan, 35500 Vitré, 91260 Juvisy-sur-Orge, 69190 Saint-Fons, 88100 Saint-Dié-des-Vosges
03000 Moulins, 84700 Sorgues, 77170 Brie-Comte-Robert, 56270 Ploemeur, 63200 Riom, 38240 Meylan, 35510 Cesson-Sévigné, 44210 Pornic
94430 Chennevières-sur-Marne, 27400 Louviers, 49110 Mauges-sur-Loire, 97129 Lamentin, 59155 Faches-Thumesnil, 59510 Hem
67800 Bischheim, 43000 Le Puy-en-Velay, 83110 Sanary-sur-Mer, 16100 Cognac, 77550 Moissy-Cramayel, 94360 Bry-sur-Marne
13220 Châteauneuf-les-Martigues, 95610 Éragny-sur-Oise, 84130 Le Pontet, 41200 Romorantin-Lanthenay, 33270 Floirac
94380 Bonneuil-sur-Marne, 54300 Lunéville, 98728 Moorea-Maiao, 30200 Bagnols-sur-Cèze, 97224 Ducos, 64700 Hendaye, 25300 Pontarlier
95230 Soisy-sous-Montmorency, 38120 Saint-Égrève, 04000 Digne-les-Bains, 95520 Osny, 69130 Écully, 62220 Carvin
83470 Saint-Maximin-la-Sainte-Baume, 78520 Limay, 95280 Jouy-le-Moutier, 83170 Brignoles, 97615 Dzaoudzi, 74300 Cluses, 31130 Balma
92380 Garches, 97115 Sainte-Rose, 97130 Capesterre-Belle-Eau, 49500 Segré-en-Anjou Bleu, 33440 Ambarès-et-Lagrave
06270 Villeneuve-Loubet, 38080 L'Isle-d'Abeau, 63400 Chamalières, 14500 Vire Normandie, 62210 Avion, 57970 Yutz, 34970 Lattes
47200 Marmande, 94470 Boissy-Saint-Léger, 74700 Sallanches, 45770 Saran, 76400 Fécamp, 07100 Annonay, 22400 Lamballe-Armor
78220 Viroflay, 33290 Blanquefort, 49270 Orée d'Anjou, 71300 Montceau-les-Mines, 42700 Firminy, 37540 Saint-Cyr-sur-Loire
93310 Le Pré-Saint-Gervais, 44500 La Baule-Escoublac, 55100 Verdun, 44350 Guérande, 78340 Les Clayes-sous-Bois
45140 Saint-Jean-de-la-Ruelle, 49140 Loire-Authion, 78160 Marly-le-Roi, 01200 Valserhône, 08200 Sedan, 33610 Cestas
39000 Lons-le-Saunier, 78390 Bois-d'Arcy, 53200 Château-Gontier-sur-Mayenne
`.trim().split(/,\s+|\n/).map((entry) => ({ postcode: entry.slice(0, 5), name: entry.slice(6) }))
